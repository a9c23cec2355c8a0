#pragma once

// Line editing over GNU readline, and the few things of a terminal that need C: readline's callbacks and the signal
// handlers are global variables and functions of C, and stay here. One thread only, the one that reads lines.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---- Completion ----

// Where a completer puts its candidates; valid during the call.
typedef struct cline_candidates cline_candidates;

// Asked for what the line could become. `line` is the text before the cursor, valid during the call.
typedef void (*cline_completer)(void *context, const char *line, cline_candidates *candidates);

// One candidate: the whole text before the cursor as it would become, and what the list of candidates shows for it.
// Both are copied.
void cline_candidates_add(cline_candidates *candidates, const char *line, const char *label);

// ---- Reading lines ----

typedef enum {
  CLINE_LINE = 0,         // a line was read
  CLINE_END = 1,          // Ctrl-D on an empty line, or the terminal went away
  CLINE_INTERRUPTED = 2,  // Ctrl-C: what was typed is thrown away
} cline_status;

// Prepares readline; `name` is what an inputrc tests with $if. `completer` may be NULL; `context` is handed to it and
// must outlive every call of cline_read.
void cline_setup(const char *name, cline_completer completer, void *context);

// Reads one line, without its line feed, into `*line`, which the caller gives to cline_free; NULL unless CLINE_LINE.
// A paste of several lines comes back as one text with line feeds in it.
cline_status cline_read(const char *prompt, char **line);

void cline_free(char *line);

// ---- History ----

// Adds a line unless it repeats the one before.
void cline_history_add(const char *line);
// 0, or an errno. A file that is missing is no error.
int cline_history_load(const char *path, int most_lines);
// 0, or an errno. The file is readable for its owner alone.
int cline_history_save(const char *path, int most_lines);
int cline_history_count(void);
// The line with this number, counted from 0; NULL outside. Valid until the history changes.
const char *cline_history_line(int number);

// ---- Interrupts ----

// From now on Ctrl-C (SIGINT) is counted instead of ending the program by the signal. With the count `last` the program
// ends at once with exit status 130; 0 for never. With `terminations` SIGTERM counts the same way.
void cline_interrupts_catch(int last, int terminations);
// How often since the last reset; may be called from any thread.
int cline_interrupts_count(void);
void cline_interrupts_reset(void);

// ---- The terminal ----

// Size of the terminal that a file descriptor leads to; 0 where it leads to none or the size is not known.
int cline_terminal_columns(int descriptor);
int cline_terminal_rows(int descriptor);

#ifdef __cplusplus
}
#endif

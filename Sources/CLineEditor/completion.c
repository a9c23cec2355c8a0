#include "clineeditor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>

// A candidate is the whole text before the cursor, because the value of a field may hold spaces and readline's own
// idea of a word does not. The list shows the labels instead.

struct cline_candidates {
  char **lines;
  char **labels;
  size_t count;
  size_t room;
};

static cline_completer current_completer;
static void *current_context;
static struct cline_candidates current;

static void forget_candidates(void) {
  // The lines were handed to readline, which frees them.
  for (size_t i = 0; i < current.count; i++) free(current.labels[i]);
  free(current.lines);
  free(current.labels);
  current = (struct cline_candidates){0};
}

void cline_candidates_add(cline_candidates *candidates, const char *line, const char *label) {
  if (candidates->count == candidates->room) {
    size_t room = candidates->room == 0 ? 16 : candidates->room * 2;
    char **lines = realloc(candidates->lines, room * sizeof(char *));
    if (lines == NULL) return;
    candidates->lines = lines;
    char **labels = realloc(candidates->labels, room * sizeof(char *));
    if (labels == NULL) return;
    candidates->labels = labels;
    candidates->room = room;
  }
  char *line_copy = strdup(line);
  char *label_copy = strdup(label);
  if (line_copy == NULL || label_copy == NULL) {
    free(line_copy);
    free(label_copy);
    return;
  }
  candidates->lines[candidates->count] = line_copy;
  candidates->labels[candidates->count] = label_copy;
  candidates->count++;
}

static size_t common_length(const char *first, const char *second) {
  size_t length = 0;
  while (first[length] != '\0' && first[length] == second[length]) length++;
  // Not in the middle of a character.
  while (length > 0 && ((unsigned char)first[length] & 0xC0) == 0x80) length--;
  return length;
}

// What all candidates begin with; never less than what is typed, which readline would take away.
static char *common_beginning(const char *typed) {
  size_t length = strlen(current.lines[0]);
  for (size_t i = 1; i < current.count; i++) {
    size_t common = common_length(current.lines[0], current.lines[i]);
    if (common < length) length = common;
  }
  if (length < strlen(typed)) return strdup(typed);
  char *beginning = malloc(length + 1);
  if (beginning == NULL) return NULL;
  memcpy(beginning, current.lines[0], length);
  beginning[length] = '\0';
  return beginning;
}

static char **complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  // Never files, whatever comes out.
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  rl_completion_suppress_quote = 1;
  rl_filename_completion_desired = 0;
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 0;
  forget_candidates();
  if (current_completer == NULL) return NULL;
  current_completer(current_context, text, &current);
  if (current.count == 0) return NULL;

  if (current.count == 1) {
    char **only = calloc(2, sizeof(char *));
    if (only == NULL) return NULL;
    only[0] = current.lines[0];
    return only;
  }
  char **matches = calloc(current.count + 2, sizeof(char *));
  if (matches == NULL) return NULL;
  matches[0] = common_beginning(text);
  for (size_t i = 0; i < current.count; i++) matches[i + 1] = current.lines[i];
  return matches;
}

static void show_candidates(char **matches, int count, int longest) {
  (void)matches;
  (void)count;
  (void)longest;
  fputc('\n', rl_outstream);
  for (size_t i = 0; i < current.count; i++) fprintf(rl_outstream, "  %s\n", current.labels[i]);
  rl_forced_update_display();
}

void cline_setup_completion(cline_completer completer, void *context);

void cline_setup_completion(cline_completer completer, void *context) {
  current_completer = completer;
  current_context = context;
  rl_attempted_completion_function = complete;
  rl_completion_display_matches_hook = show_candidates;
  // Nothing breaks a word: the completer gets everything before the cursor.
  rl_basic_word_break_characters = "";
  rl_completer_word_break_characters = "";
  rl_completer_quote_characters = "";
  rl_basic_quote_characters = "";
}

// ppoll is not in the C standard.
#define _GNU_SOURCE
#include "clineeditor.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/readline.h>

// readline's callback interface instead of `readline()`: the wait for a key is our own `ppoll`, so Ctrl-C needs no
// jump out of a signal handler, and the state of readline is put right by its own functions.

static char *finished_line;
static int is_finished;
static atomic_int was_resized;
static atomic_int was_continued;

static void note_resize(int signal) {
  (void)signal;
  atomic_store(&was_resized, 1);
}

static void note_continue(int signal) {
  (void)signal;
  atomic_store(&was_continued, 1);
}

static void take_line(char *line) {
  finished_line = line;
  is_finished = 1;
  rl_callback_handler_remove();
}

static void catch_signal(int number, void (*handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void cline_setup_completion(cline_completer completer, void *context);

void cline_setup(const char *name, cline_completer completer, void *context) {
  rl_readline_name = name;
  // The handlers below do it, in a place where readline's functions may be called.
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  catch_signal(SIGWINCH, note_resize);
  catch_signal(SIGCONT, note_continue);
  cline_setup_completion(completer, context);
}

// The terminal was resized or given back by the shell since the last look.
static void follow_terminal(void) {
  if (atomic_exchange(&was_resized, 0)) rl_resize_terminal();
  if (atomic_exchange(&was_continued, 0)) {
    rl_prep_terminal(1);
    rl_forced_update_display();
  }
}

static void abandon_line(void) {
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_callback_handler_remove();
  fputs("^C\n", rl_outstream ? rl_outstream : stdout);
  fflush(rl_outstream ? rl_outstream : stdout);
}

// Waits for keys with the signals let through only while it waits: none is missed between a look and the wait.
static cline_status read_keys(const sigset_t *while_waiting) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  while (!is_finished) {
    if (cline_interrupts_count() > 0) {
      abandon_line();
      return CLINE_INTERRUPTED;
    }
    follow_terminal();
    int ready = ppoll(&input, 1, NULL, while_waiting);
    if (ready > 0) {
      rl_callback_read_char();
    } else if (ready < 0 && errno != EINTR) {
      rl_callback_handler_remove();
      return CLINE_END;
    }
  }
  return finished_line == NULL ? CLINE_END : CLINE_LINE;
}

cline_status cline_read(const char *prompt, char **line) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigaddset(&blocked, SIGWINCH);
  sigaddset(&blocked, SIGCONT);
  sigprocmask(SIG_BLOCK, &blocked, &before);

  finished_line = NULL;
  is_finished = 0;
  rl_callback_handler_install(prompt, take_line);
  cline_status status = read_keys(&before);
  sigprocmask(SIG_SETMASK, &before, NULL);

  *line = status == CLINE_LINE ? finished_line : NULL;
  return status;
}

void cline_free(char *line) { free(line); }

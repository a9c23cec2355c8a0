#include "clineeditor.h"

#include <signal.h>
#include <stdatomic.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Lock-free, so that a signal handler may touch it.
static atomic_int interrupts;
static atomic_int last_interrupt;

static void count_interrupt(int signal) {
  (void)signal;
  int count = atomic_fetch_add(&interrupts, 1) + 1;
  int last = atomic_load(&last_interrupt);
  if (last > 0 && count >= last) _exit(130);
}

void cline_interrupts_catch(int last, int terminations) {
  atomic_store(&last_interrupt, last);
  struct sigaction action = {0};
  action.sa_handler = count_interrupt;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART, so that a read from a terminal ends and the caller sees the interrupt.
  sigaction(SIGINT, &action, NULL);
  if (terminations) sigaction(SIGTERM, &action, NULL);
  // A program that was started by a thread which blocks signals would never hear of them.
  sigset_t caught;
  sigemptyset(&caught);
  sigaddset(&caught, SIGINT);
  if (terminations) sigaddset(&caught, SIGTERM);
  sigprocmask(SIG_UNBLOCK, &caught, NULL);
}

int cline_interrupts_count(void) { return atomic_load(&interrupts); }

void cline_interrupts_reset(void) { atomic_store(&interrupts, 0); }

int cline_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int cline_terminal_rows(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

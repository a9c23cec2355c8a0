#include "clineeditor.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <readline/history.h>

void cline_history_add(const char *line) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last == NULL || strcmp(last->line, line) != 0) add_history(line);
}

int cline_history_load(const char *path, int most_lines) {
  using_history();
  stifle_history(most_lines);
  int error = read_history(path);
  return error == ENOENT ? 0 : error;
}

int cline_history_save(const char *path, int most_lines) {
  // What was asked may be nobody else's business.
  mode_t mask = umask(077);
  int error = write_history(path);
  umask(mask);
  if (error != 0) return error;
  return history_truncate_file(path, most_lines);
}

int cline_history_count(void) { return history_length; }

const char *cline_history_line(int number) {
  if (number < 0 || number >= history_length) return NULL;
  HIST_ENTRY *entry = history_get(history_base + number);
  return entry == NULL ? NULL : entry->line;
}

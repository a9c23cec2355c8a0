// Unpacks gzip members (RFC 1952), step by step: with ISA-L where it is installed, else with zlib.
//
// ISA-L takes a third of zlib's time, which is a thirtieth of reading, extracting and printing an article. It is loaded
// with the first packed file and not linked, so that an executable runs where it is missing, and no search waits for it.
#ifndef CINFLATE_H
#define CINFLATE_H

#include <stddef.h>
#include <stdint.h>

typedef struct cinflate cinflate;

typedef enum {
  CINFLATE_MORE,
  // The member is whole, its checksum and length are right.
  CINFLATE_END,
  // What was written before the damage counts.
  CINFLATE_DAMAGED,
} cinflate_status;

// One that stands at the beginning of a member; NULL without memory. `with_zlib`: even where ISA-L is there.
cinflate *cinflate_new(int with_zlib);
void cinflate_free(cinflate *state);

// Takes what comes next for the beginning of a member; 0 where that is impossible.
int cinflate_restart(cinflate *state);

// Unpacks from `input` into `output` until one of them is used up or the member ends. Sizes in bytes.
cinflate_status cinflate_step(
    cinflate *state, const uint8_t *input, size_t input_size, uint8_t *output, size_t output_size, size_t *used,
    size_t *written);

// Whether ISA-L is there.
int cinflate_has_isal(void);

#endif

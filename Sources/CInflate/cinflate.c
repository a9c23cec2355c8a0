#include "cinflate.h"

#include <stdlib.h>
#include <zlib.h>

#include "isal.h"

struct cinflate {
#ifdef CINFLATE_ISAL
  const isal_functions *isal;
  struct inflate_state member;
#endif
  z_stream stream;
};

#ifdef CINFLATE_ISAL
static const isal_functions *isal_of(const cinflate *state) { return state->isal; }
int cinflate_has_isal(void) { return isal() != NULL; }
#else
int cinflate_has_isal(void) { return 0; }
#endif

cinflate *cinflate_new(int with_zlib) {
  cinflate *state = malloc(sizeof *state);
  if (state == NULL) return NULL;
#ifdef CINFLATE_ISAL
  state->isal = with_zlib ? NULL : isal();
  if (isal_of(state) != NULL) {
    state->isal->isal_inflate_init(&state->member);
    state->member.crc_flag = ISAL_GZIP;
    return state;
  }
#else
  (void)with_zlib;
#endif
  state->stream = (z_stream){0};
  // 15 bits of window, 16 for the gzip wrapper.
  if (inflateInit2(&state->stream, 15 + 16) != Z_OK) {
    free(state);
    return NULL;
  }
  return state;
}

void cinflate_free(cinflate *state) {
  if (state == NULL) return;
#ifdef CINFLATE_ISAL
  if (isal_of(state) != NULL) {
    free(state);
    return;
  }
#endif
  inflateEnd(&state->stream);
  free(state);
}

int cinflate_restart(cinflate *state) {
#ifdef CINFLATE_ISAL
  if (isal_of(state) != NULL) {
    state->isal->isal_inflate_reset(&state->member);
    state->member.crc_flag = ISAL_GZIP;
    return 1;
  }
#endif
  return inflateReset(&state->stream) == Z_OK;
}

#ifdef CINFLATE_ISAL
static cinflate_status isal_step(
    cinflate *state, const uint8_t *input, uint32_t input_size, uint8_t *output, uint32_t output_size, size_t *used,
    size_t *written) {
  struct inflate_state *member = &state->member;
  member->next_in = (uint8_t *)input;
  member->avail_in = input_size;
  member->next_out = output;
  member->avail_out = output_size;
  int status = state->isal->isal_inflate(member);
  *used = input_size - member->avail_in;
  *written = output_size - member->avail_out;
  if (status != ISAL_DECOMP_OK && status != ISAL_END_INPUT && status != ISAL_OUT_OVERFLOW) return CINFLATE_DAMAGED;
  return member->block_state == ISAL_BLOCK_FINISH ? CINFLATE_END : CINFLATE_MORE;
}
#endif

cinflate_status cinflate_step(
    cinflate *state, const uint8_t *input, size_t input_size, uint8_t *output, size_t output_size, size_t *used,
    size_t *written) {
  uint32_t in = input_size > UINT32_MAX ? UINT32_MAX : (uint32_t)input_size;
  uint32_t out = output_size > UINT32_MAX ? UINT32_MAX : (uint32_t)output_size;
#ifdef CINFLATE_ISAL
  if (isal_of(state) != NULL) return isal_step(state, input, in, output, out, used, written);
#endif
  state->stream.next_in = (uint8_t *)input;
  state->stream.avail_in = in;
  state->stream.next_out = output;
  state->stream.avail_out = out;
  int status = inflate(&state->stream, Z_NO_FLUSH);
  *used = in - state->stream.avail_in;
  *written = out - state->stream.avail_out;
  if (status == Z_STREAM_END) return CINFLATE_END;
  return status == Z_OK || status == Z_BUF_ERROR ? CINFLATE_MORE : CINFLATE_DAMAGED;
}

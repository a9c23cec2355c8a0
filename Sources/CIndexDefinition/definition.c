#include "CIndexDefinition.h"

// #embed is of C23; clang has it in every mode and warns outside of it. The compiler lists the embedded files among the
// dependencies of this one, so a new one rebuilds it.
#pragma clang diagnostic ignored "-Wpragmas"
#pragma clang diagnostic ignored "-Wunknown-warning-option"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char definition[] __attribute__((aligned(16))) = {
#embed "definition.bin"
};

static const unsigned char prepared[] __attribute__((aligned(64))) = {
#embed "prepared.bin"
};

const unsigned char *cindexdefinition_bytes(void) { return definition; }
size_t cindexdefinition_length(void) { return sizeof definition; }
const unsigned char *cindexdefinition_prepared_bytes(void) { return prepared; }
size_t cindexdefinition_prepared_length(void) { return sizeof prepared; }

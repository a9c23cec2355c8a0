#include "CIndexDefinition.h"

// #embed is of C23; clang has it in every mode and warns outside of it. The compiler lists the embedded file among the
// dependencies of this one, so a new definition.bin rebuilds it.
#pragma clang diagnostic ignored "-Wpragmas"
#pragma clang diagnostic ignored "-Wunknown-warning-option"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char definition[] __attribute__((aligned(16))) = {
#embed "definition.bin"
};

const unsigned char *cindexdefinition_bytes(void) { return definition; }
size_t cindexdefinition_length(void) { return sizeof definition; }

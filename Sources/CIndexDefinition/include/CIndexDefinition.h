#ifndef CINDEXDEFINITION_H
#define CINDEXDEFINITION_H

#include <stddef.h>

// The compiled Index/ as it lies in the executable: made by `Scripts/compile-index`, read by IndexDefinition.
// Static memory, aligned to 16 bytes; nobody frees it.
const unsigned char *cindexdefinition_bytes(void);
size_t cindexdefinition_length(void);

// What was made of it ahead (`PreparedTables`): aligned to 64 bytes.
const unsigned char *cindexdefinition_prepared_bytes(void);
size_t cindexdefinition_prepared_length(void);

#endif

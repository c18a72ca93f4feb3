#ifndef RECOUPE_EMBEDDED_H
#define RECOUPE_EMBEDDED_H

#include <stddef.h>

/// One file of the repository, carried inside the executable.
typedef struct {
    const char *path;            ///< as below the repository's root: `Languages/fr/pack.json`
    const unsigned char *bytes;  ///< the file's bytes, not terminated
    size_t count;
} recoupe_embedded_file;

/// How many files are carried.
size_t recoupe_embedded_count(void);

/// The file with this index, in the order of the paths' bytes.
const recoupe_embedded_file *recoupe_embedded_file_at(size_t index);

#endif

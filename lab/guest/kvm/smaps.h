/* SPDX-License-Identifier: MIT */
#ifndef SMAPS_H
#define SMAPS_H

#include <stdint.h>

/*
 * VMA flags as /proc/self/smaps shows them, for readers without the module.
 * VM_ALLOW_ANY_UNCACHED has no letters there and is never reported. 0 or -1.
 */
int smaps_flags(const void *address, uint32_t *flags);

#endif

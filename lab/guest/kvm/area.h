/* SPDX-License-Identifier: MIT */
/* The host addresses that the tested VMAs take, and what stands in their memory. */
#ifndef AREA_H
#define AREA_H

#include "vma.h"

/*
 * The area starts 2 MiB aligned. VMAs of 4K kinds start 64 KiB into it, so
 * that no 2 MiB block fits; and the tested page is the second one of its VMA.
 */
#define AREA_4K_OFFSET		0x10000
#define AREA_TESTED_OFFSET	0x1000
#define AREA_TESTED_BYTES	0x1000

/* Where the guest looks in a VMA; in one that repeats its frames, in the second half. */
size_t area_tested_offset(const struct vma_kind *kind);

char *area_start(void);
/* Unmaps what an earlier case left, and returns the start. */
char *area_clear(void);
/*
 * Puts GUEST_SEED where the guest will look. Memory of the module is written
 * through another mapping, so that a VMA filled by fault stays empty.
 */
void area_seed(int lab, const struct vma_kind *kind, char *address);

#endif

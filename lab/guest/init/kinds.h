/* SPDX-License-Identifier: MIT */
#ifndef KINDS_H
#define KINDS_H

#include "vma.h"

/* Shorthands: VM_PFNMAP by remap and by fault, VM_MIXEDMAP by fault, and the control. */
#define PFNMAP(...)	((struct vma_kind){ .by = BY_REMAP, __VA_ARGS__ })
#define FAULTED(...)	((struct vma_kind){ .by = BY_FAULT, __VA_ARGS__ })
#define MIXEDMAP(...)	((struct vma_kind){ .by = BY_FAULT, .mixedmap = true, __VA_ARGS__ })
#define ANONYMOUS(...)	((struct vma_kind){ .by = BY_ANONYMOUS, __VA_ARGS__ })

#define ALL_PGPROTS(p)	for (enum vma_pgprot p = CACHEABLE; p <= NGNRNE; p++)
#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

#endif

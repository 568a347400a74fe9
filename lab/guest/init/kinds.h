/* SPDX-License-Identifier: MIT */
#ifndef KINDS_H
#define KINDS_H

#include "vma.h"

/* Shorthands: VM_PFNMAP by remap and by fault, VM_MIXEDMAP by fault, and the control. */
#define PFNMAP(...)	((struct vma_kind){ .by = BY_REMAP, __VA_ARGS__ })
#define FAULTED(...)	((struct vma_kind){ .by = BY_FAULT, __VA_ARGS__ })
#define MIXEDMAP(...)	((struct vma_kind){ .by = BY_FAULT, .mixedmap = true, __VA_ARGS__ })
/* VM_PFNMAP by fault with entries of another type than the VMA's, as TTM makes them. */
#define TYPED(vma, of_entry, ...) \
	FAULTED(.pgprot = vma, .typed_apart = true, .entry = of_entry, __VA_ARGS__)
/* VM_MIXEDMAP by vm_insert_page(): ordinary pages. */
#define PAGES(...)	((struct vma_kind){ .by = BY_PAGE, .mixedmap = true, .ram = true, __VA_ARGS__ })
#define ANONYMOUS(...)	((struct vma_kind){ .by = BY_ANONYMOUS, __VA_ARGS__ })

#define ALL_PGPROTS(p)	for (enum vma_pgprot p = CACHEABLE; p <= NGNRNE; p++)
#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

#endif

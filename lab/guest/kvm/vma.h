/* SPDX-License-Identifier: MIT */
/* The VMA under a memslot: what is asked for, and what it became. */
#ifndef VMA_H
#define VMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../module/stage2_lab.h"

enum vma_by { BY_ANONYMOUS, BY_REMAP, BY_FAULT, BY_PAGE, BY_MEMFD, BY_DEVICE };
enum vma_pgprot { CACHEABLE, WRITECOMBINE, NGNRE, NGNRNE };

struct vma_kind {
	enum vma_by by;
	enum vma_pgprot pgprot;		/* remap and fault only, as all below but huge */
	bool ram;			/* else the hole */
	bool mixedmap;			/* else VM_PFNMAP */
	bool io;			/* VM_IO beside VM_MIXEDMAP */
	bool any_uncached;
	bool typed_apart;		/* by fault: entries are of `entry`, and not of `pgprot` */
	enum vma_pgprot entry;
	bool repeated;			/* by remap: the second half shows the frames of the first */
	bool huge;			/* 2 MiB long and aligned */
	const char *name;		/* BY_DEVICE: what stands in the id; null for the usual word */
	size_t bytes;			/* BY_DEVICE: its length; 0 for the usual ones */
};

/* A file that is mapped for BY_MEMFD and BY_DEVICE. */
struct vma_file {
	int fd;
	uint64_t offset;
	bool ours;		/* its memory may be written */
};

struct vma {
	struct vma_kind kind;
	int error;			/* errno of mmap */
	bool flags_known;
	bool attr_known;
	struct s2l_vma seen;
};

#define VMA_4K_BYTES	(64u << 10)
#define VMA_2M_BYTES	(2u << 20)

size_t vma_bytes(const struct vma_kind *kind);
/* Maps the kind at the address; `first` is the byte offset into hole, RAM or file. */
struct vma vma_make(int lab, const struct vma_file *file, const struct vma_kind *kind,
		    void *address, size_t first);
/* Appends the kind's words for an id. */
void vma_words(const struct vma_kind *kind, char *id, size_t size);
void vma_line(const char *key, const struct vma *vma);

#endif

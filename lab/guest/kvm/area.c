// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "area.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "guest.h"

#define AREA_BYTES	(4u << 20)
#define ALIGNMENT	((uintptr_t)VMA_2M_BYTES)

static char *start;

static void die(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	exit(1);
}

char *area_start(void)
{
	if (!start) {
		char *any = mmap(NULL, AREA_BYTES + ALIGNMENT, PROT_NONE,
				 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

		if (any == MAP_FAILED)
			die("mmap of the area");
		start = any + (ALIGNMENT - (uintptr_t)any % ALIGNMENT) % ALIGNMENT;
	}
	return start;
}

char *area_clear(void)
{
	char *area = area_start();

	if (mmap(area, AREA_BYTES, PROT_NONE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) == MAP_FAILED)
		die("mmap of the area");
	return area;
}

/* Non-cacheable: what is written is in memory at once, whatever the tested VMA caches. */
static char *window(int lab, const struct vma_kind *kind, size_t offset)
{
	static char *windows[2];
	struct vma_kind plain = { .by = BY_REMAP, .pgprot = WRITECOMBINE, .ram = kind->ram,
				  .huge = true };
	char **mine = &windows[kind->ram];

	if (!*mine) {
		struct vma made;

		*mine = mmap(NULL, VMA_2M_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (*mine == MAP_FAILED)
			die("mmap of a window");
		made = vma_make(lab, NULL, &plain, *mine, 0);
		errno = made.error;
		if (made.error)
			die("mmap of a window");
	}
	return *mine + offset;
}

size_t area_tested_offset(const struct vma_kind *kind)
{
	return AREA_TESTED_OFFSET + (kind->repeated ? vma_bytes(kind) / 2 : 0);
}

void area_seed(int lab, const struct vma_kind *kind, char *address)
{
	const uint64_t seed[2] = { GUEST_SEED, GUEST_SEED };
	char *to = address;

	if (kind->by == BY_REMAP || kind->by == BY_FAULT || kind->by == BY_PAGE)
		to = window(lab, kind, (size_t)(address - area_start()));
	/* The frame that lies where the guest looks, were the frames consecutive. */
	if (kind->repeated)
		memset(to + area_tested_offset(kind), 0, sizeof(seed));
	memcpy(to + AREA_TESTED_OFFSET, seed, sizeof(seed));
	if (to == address)
		__builtin___clear_cache(to + AREA_TESTED_OFFSET,
					to + AREA_TESTED_OFFSET + sizeof(seed));
}

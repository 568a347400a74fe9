// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "vma.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "line.h"
#include "smaps.h"

#define PAGE_SHIFT 12

static const char *const pgprot_names[] = { "cacheable", "writecombine", "nGnRE", "nGnRnE" };
static const char *const by_names[] = { "anonymous", "remap", "fault", "page", "memfd", "device" };

static bool from_module(const struct vma_kind *kind)
{
	return kind->by == BY_REMAP || kind->by == BY_FAULT || kind->by == BY_PAGE;
}

size_t vma_bytes(const struct vma_kind *kind)
{
	if (kind->bytes)
		return kind->bytes;
	return kind->huge ? VMA_2M_BYTES : VMA_4K_BYTES;
}

static off_t module_offset(const struct vma_kind *kind, size_t first)
{
	uint64_t pages = (kind->ram ? S2L_MEMORY_RAM : 0) |
			 (kind->by == BY_FAULT ? S2L_BY_FAULT : 0) |
			 (kind->by == BY_FAULT && kind->huge ? S2L_HUGE : 0) |
			 (kind->by == BY_FAULT && kind->mixedmap ? S2L_MIXEDMAP : 0) |
			 ((uint64_t)kind->pgprot << S2L_PGPROT_SHIFT) |
			 (kind->io || !kind->mixedmap ? S2L_IO : 0) |
			 (kind->any_uncached ? S2L_ANY_UNCACHED : 0) |
			 (kind->typed_apart ? S2L_ENTRY : 0) |
			 (uint64_t)kind->entry << S2L_ENTRY_SHIFT |
			 (kind->by == BY_PAGE ? S2L_BY_PAGE : 0) |
			 (kind->repeated ? S2L_REPEATED : 0) |
			 (uint64_t)(first >> PAGE_SHIFT) << S2L_FIRST_PAGE_SHIFT;

	return (off_t)(pages << PAGE_SHIFT);
}

static void *map(int lab, const struct vma_file *file, const struct vma_kind *kind, void *address,
		 size_t first)
{
	const int prot = PROT_READ | PROT_WRITE;
	const int shared = MAP_SHARED | MAP_FIXED;

	if (kind->by == BY_ANONYMOUS)
		return mmap(address, vma_bytes(kind), prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
			    -1, 0);
	if (from_module(kind))
		return mmap(address, vma_bytes(kind), prot, shared, lab, module_offset(kind, first));
	return mmap(address, vma_bytes(kind), prot, shared, file->fd,
		    (off_t)(file->offset + first));
}

struct vma vma_make(int lab, const struct vma_file *file, const struct vma_kind *kind,
		    void *address, size_t first)
{
	struct vma vma = { .kind = *kind };

	if (map(lab, file, kind, address, first) == MAP_FAILED) {
		vma.error = errno;
		return vma;
	}
	/* Without it the host may put huge pages where the 4K control wants none. */
	if (kind->by == BY_ANONYMOUS)
		madvise(address, vma_bytes(kind), kind->huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);

	vma.seen.address = (uintptr_t)address;
	if (lab >= 0 && ioctl(lab, S2L_VMA, &vma.seen) == 0)
		vma.flags_known = vma.attr_known = true;
	else
		vma.flags_known = smaps_flags(address, &vma.seen.flags) == 0;
	return vma;
}

static void word(char *id, size_t size, const char *text)
{
	size_t used = strlen(id);

	snprintf(id + used, size - used, "%s%s", used ? "-" : "", text);
}

void vma_words(const struct vma_kind *kind, char *id, size_t size)
{
	if (from_module(kind)) {
		word(id, size, kind->mixedmap ? "mixedmap" : "pfnmap");
		if (kind->mixedmap && kind->io)
			word(id, size, "io");
		word(id, size, kind->ram ? "ram" : "hole");
		word(id, size, by_names[kind->by]);
		word(id, size, pgprot_names[kind->pgprot]);
		if (kind->any_uncached)
			word(id, size, "anyuncached");
		if (kind->typed_apart) {
			word(id, size, "entry");
			word(id, size, pgprot_names[kind->entry]);
		}
		if (kind->repeated)
			word(id, size, "repeated");
	} else {
		word(id, size, kind->name ? kind->name : by_names[kind->by]);
	}
	if (kind->huge)
		word(id, size, "2m");
}

static void flags_line(uint32_t flags)
{
	static const struct {
		uint32_t bit;
		const char *name;
	} names[] = {
		{ S2L_VM_READ, "VM_READ" }, { S2L_VM_WRITE, "VM_WRITE" },
		{ S2L_VM_EXEC, "VM_EXEC" }, { S2L_VM_SHARED, "VM_SHARED" },
		{ S2L_VM_PFNMAP, "VM_PFNMAP" }, { S2L_VM_MIXEDMAP, "VM_MIXEDMAP" },
		{ S2L_VM_IO, "VM_IO" }, { S2L_VM_ANY_UNCACHED, "VM_ALLOW_ANY_UNCACHED" },
		{ S2L_VM_MTE_ALLOWED, "VM_MTE_ALLOWED" },
	};

	line_open("flags", '[');
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (flags & names[i].bit)
			line_text(NULL, names[i].name);
	line_close(']');
}

void vma_line(const char *key, const struct vma *vma)
{
	const struct vma_kind *kind = &vma->kind;

	line_open(key, '{');
	line_text("by", by_names[kind->by]);
	line_text("memory", from_module(kind) ? (kind->ram ? "ram" : "hole") : by_names[kind->by]);
	line_text("pgprot", kind->by == BY_DEVICE ? NULL : pgprot_names[kind->pgprot]);
	line_text("entry", kind->typed_apart ? pgprot_names[kind->entry] : NULL);
	line_text("frames", kind->repeated ? "repeated" : "consecutive");
	line_text("size", kind->huge ? "2M" : "4K");
	if (vma->flags_known)
		flags_line(vma->seen.flags);
	else
		line_null("flags");
	if (vma->attr_known)
		line_number("attrIndx", vma->seen.attr_indx);
	else
		line_null("attrIndx");
	line_errno("errno", vma->error);
	line_close('}');
}

/* SPDX-License-Identifier: MIT */
/* One question to KVM, and the line that answers it. */
#ifndef CASE_H
#define CASE_H

#include "guest.h"
#include "vma.h"

enum move { MOVE_NONE, MOVE_FLAGS, MOVE_REPLACE };

struct lab_case {
	struct vma_kind vma;
	bool two;			/* a second VMA under the same slot */
	struct vma_kind second;
	uint32_t slot_flags;		/* KVM_MEM_* */
	enum move move;
	uint32_t move_flags;		/* MOVE_FLAGS: the new KVM_MEM_* */
	struct vma_kind move_vma;	/* MOVE_REPLACE */
	enum guest_op op;
	bool mmu;
	bool at_second;			/* the guest touches the second VMA */
	bool slot_only;			/* no guest runs: the memory behind is not ours */
};

struct lab {
	int kvm;
	int module;			/* -1 without */
	struct vma_file file;		/* for BY_MEMFD and BY_DEVICE */
};

struct case_result {
	int vma_error;			/* errno of an mmap */
	bool slot_tried;
	int slot_error;
	bool ran;
	int run_error;
	const char *stopped_by;		/* in words, if it ran without an error */
};

void case_id(const struct lab_case *c, char *id, size_t size);
/* Asks, prints the line to `out` (-1: no line). */
struct case_result case_ask(const struct lab *lab, const struct lab_case *c, int out);

#endif

// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "questions.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "area.h"

static void say(const struct lab_case *c, const struct case_result *result)
{
	char id[256];

	case_id(c, id, sizeof(id));
	printf("%-36s ", id);
	if (!result->slot_tried)
		printf("mmap: %s\n", strerrorname_np(result->vma_error));
	else if (result->slot_error)
		printf("memslot: %s\n", strerrorname_np(result->slot_error));
	else if (!result->ran)
		printf("memslot accepted\n");
	else if (result->run_error)
		printf("memslot accepted, KVM_RUN: %s\n", strerrorname_np(result->run_error));
	else
		printf("memslot accepted, guest %s\n", result->stopped_by);
}

static int ask(const struct lab *lab, const struct lab_case *c, int out)
{
	struct case_result result = case_ask(lab, c, out);

	if (out < 0)
		say(c, &result);
	return 1;
}

static int ask_memory(const struct lab *lab, enum vma_by by, int out)
{
	int asked = 0;

	for (enum guest_op op = OP_LOAD; op <= OP_EXCLUSIVES; op++)
		for (int mmu = 0; mmu <= 1; mmu++)
			asked += ask(lab, &(struct lab_case){ .vma = { .by = by }, .op = op, .mmu = mmu },
				     out);
	for (enum guest_op op = OP_LOAD; op <= OP_STORE; op++) {
		asked += ask(lab, &(struct lab_case){ .vma = { .by = by }, .op = op,
						      .slot_flags = KVM_MEM_READONLY }, out);
		asked += ask(lab, &(struct lab_case){ .vma = { .by = by }, .op = op,
						      .slot_flags = KVM_MEM_LOG_DIRTY_PAGES }, out);
		asked += ask(lab, &(struct lab_case){ .vma = { .by = by }, .op = op,
						      .move = MOVE_FLAGS,
						      .move_flags = KVM_MEM_LOG_DIRTY_PAGES }, out);
	}
	return asked;
}

/* Memslots only: what a guest's load would do to a device is not ours to try. */
static int ask_device(struct lab *lab, const struct options *options, int out)
{
	struct lab_case c = {
		.vma = { .by = BY_DEVICE, .bytes = options->size },
		.slot_only = true,
	};
	int asked = 0;

	lab->file.fd = open(options->device, O_RDWR | O_CLOEXEC);
	if (lab->file.fd < 0) {
		fprintf(stderr, "probe: %s: %s\n", options->device, strerror(errno));
		return 0;
	}
	lab->file.offset = options->offset;
	asked += ask(lab, &c, out);
	c.slot_flags = KVM_MEM_LOG_DIRTY_PAGES;
	asked += ask(lab, &c, out);
	c.slot_flags = 0;
	c.move = MOVE_FLAGS;
	c.move_flags = KVM_MEM_LOG_DIRTY_PAGES;
	asked += ask(lab, &c, out);
	close(lab->file.fd);
	return asked;
}

int questions_ask(int kvm, const struct options *options, int out)
{
	struct lab lab = { .kvm = kvm, .module = -1, .file = { .fd = -1 } };
	int asked = ask_memory(&lab, BY_ANONYMOUS, out);

	lab.file.fd = memfd_create("stage-two", MFD_CLOEXEC);
	if (lab.file.fd >= 0 && ftruncate(lab.file.fd, AREA_4K_OFFSET + VMA_4K_BYTES) == 0)
		asked += ask_memory(&lab, BY_MEMFD, out);
	else
		fprintf(stderr, "probe: memfd: %s\n", strerror(errno));
	if (lab.file.fd >= 0)
		close(lab.file.fd);
	if (options->device)
		asked += ask_device(&lab, options, out);
	return asked;
}

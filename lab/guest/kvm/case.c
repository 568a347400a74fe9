// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "case.h"

#include <errno.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "area.h"
#include "evidence.h"
#include "line.h"
#include "run.h"

struct asked {
	struct vma vma, second, moved;
	struct case_result result;
	int move_error;
	struct run run;
	struct evidence evidence;
};

static uint64_t ipa_of(const void *address)
{
	return GUEST_REGION + (uint64_t)((const char *)address - area_start());
}

static struct vma make(const struct lab *lab, const struct vma_kind *kind, char *address)
{
	/* Hole, RAM and memfd reach as far as the area does; a device starts at its offset. */
	size_t first = kind->by == BY_DEVICE ? 0 : (size_t)(address - area_start());
	struct vma vma = vma_make(lab->module, &lab->file, kind, address, first);

	if (!vma.error && (kind->by != BY_DEVICE || lab->file.ours))
		area_seed(lab->module, kind, address);
	return vma;
}

static void die(const struct vm *vm)
{
	fprintf(stderr, "%s: %s\n", vm->failed, strerror(vm->error));
	exit(1);
}

static void run(const struct lab_case *c, const struct vm *vm, uint64_t tested, struct asked *a)
{
	int error = vm_prepare(vm, c->op, c->mmu, tested);

	if (error) {
		struct vm broken = { .failed = "registers of the vcpu", .error = error };

		die(&broken);
	}
	a->run = run_guest(vm);
	a->result.ran = true;
	a->result.run_error = a->run.error;
	a->result.stopped_by = run_words(&a->run);
}

static void in_vm(const struct lab *lab, const struct lab_case *c, const struct vm *vm, char *first,
		  struct asked *a)
{
	size_t bytes = vma_bytes(&c->vma) + (c->two ? vma_bytes(&c->second) : 0);
	char *touched = first + area_tested_offset(&c->vma) + (c->at_second ? vma_bytes(&c->vma) : 0);

	evidence_start(lab->module, ipa_of(touched), AREA_TESTED_BYTES);
	a->result.slot_tried = true;
	a->result.slot_error = vm_slot(vm, SLOT_REGION, c->slot_flags, ipa_of(first), first, bytes);
	if (!a->result.slot_error) {
		if (c->move == MOVE_FLAGS)
			a->move_error = vm_slot(vm, SLOT_REGION, c->move_flags, ipa_of(first), first,
						bytes);
		if (c->move == MOVE_REPLACE)
			a->moved = make(lab, &c->move_vma, first);
		if (!c->slot_only && !a->moved.error)
			run(c, vm, ipa_of(touched), a);
	}
	evidence_stop(lab->module, ipa_of(touched), &a->evidence);
	evidence_frames(lab->module, ipa_of(first), first, bytes, &a->evidence);
	if (!a->moved.error)
		evidence_host(lab->module, touched, &a->evidence);
}

static void flags_line(const char *key, uint32_t flags)
{
	line_open(key, '[');
	if (flags & KVM_MEM_LOG_DIRTY_PAGES)
		line_text(NULL, "KVM_MEM_LOG_DIRTY_PAGES");
	if (flags & KVM_MEM_READONLY)
		line_text(NULL, "KVM_MEM_READONLY");
	line_close(']');
}

static void slot_line(const struct lab_case *c, const struct asked *a)
{
	if (!a->result.slot_tried) {
		line_null("slot");
		return;
	}
	line_open("slot", '{');
	flags_line("flags", c->slot_flags);
	line_errno("errno", a->result.slot_error);
	line_close('}');
}

static void then_line(const struct lab_case *c, const struct asked *a)
{
	if (c->move == MOVE_NONE || !a->result.slot_tried || a->result.slot_error) {
		line_null("then");
		return;
	}
	line_open("then", '{');
	if (c->move == MOVE_FLAGS) {
		line_text("move", "flags");
		flags_line("flags", c->move_flags);
		line_errno("errno", a->move_error);
	} else {
		line_text("move", "replace");
		flags_line("flags", c->slot_flags);
		vma_line("vma", &a->moved);
		line_errno("errno", a->moved.error);
	}
	line_close('}');
}

static void guest_lines(const struct lab_case *c, const struct asked *a)
{
	if (!a->result.ran) {
		line_null("guest");
		line_null("run");
		return;
	}
	line_open("guest", '{');
	line_text("op", guest_op_name(c->op));
	line_bool("mmu", c->mmu);
	line_text("at", c->at_second ? "second" : "first");
	line_close('}');
	run_line("run", &a->run);
}

static void print(const struct lab_case *c, const struct asked *a, int out)
{
	char id[256];

	case_id(c, id, sizeof(id));
	line_begin("case");
	line_text("id", id);
	vma_line("vma", &a->vma);
	if (c->two)
		vma_line("second", &a->second);
	else
		line_null("second");
	slot_line(c, a);
	then_line(c, a);
	guest_lines(c, a);
	evidence_lines(&a->evidence);
	line_end(out);
}

struct case_result case_ask(const struct lab *lab, const struct lab_case *c, int out)
{
	struct asked a = { 0 };
	char *first = area_clear() + (c->vma.huge ? 0 : AREA_4K_OFFSET);

	a.vma = make(lab, &c->vma, first);
	if (c->two)
		a.second = make(lab, &c->second, first + vma_bytes(&c->vma));
	a.result.vma_error = a.vma.error ? a.vma.error : a.second.error;
	if (!a.result.vma_error) {
		struct vm vm = vm_create(lab->kvm);

		if (vm.failed)
			die(&vm);
		in_vm(lab, c, &vm, first, &a);
		vm_destroy(&vm);
	}
	if (out >= 0)
		print(c, &a, out);
	return a.result;
}

/* SPDX-License-Identifier: MIT */
/* One VM with one vcpu, its code in a memslot of its own. */
#ifndef VM_H
#define VM_H

#include <linux/kvm.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "guest.h"

#define SLOT_REGION	0
#define SLOT_CODE	1

struct vm {
	int fd;
	int vcpu;
	struct kvm_run *run;
	size_t run_bytes;
	void *code;
	const char *failed;	/* what could not be done, with `error`; null: all well */
	int error;
};

/* A VM without vcpu and memslots; its descriptor, or -1 and errno. */
int vm_open(int kvm);
struct vm vm_create(int kvm);
void vm_destroy(struct vm *vm);
/* KVM_SET_USER_MEMORY_REGION; errno or 0. */
int vm_slot(const struct vm *vm, uint32_t slot, uint32_t flags, uint64_t ipa, void *address,
	    size_t bytes);
/* Registers for one operation on `tested`; errno or 0. */
int vm_prepare(const struct vm *vm, enum guest_op op, bool mmu, uint64_t tested);

#endif

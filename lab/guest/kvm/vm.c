// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "vm.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define CODE_BYTES	0x10000
#define TABLE_OFFSET	0x8000

#define CORE(field)	(KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM_CORE | KVM_REG_ARM_CORE_REG(field))
#define SCTLR_EL1	ARM64_SYS_REG(3, 0, 1, 0, 0)
#define TTBR0_EL1	ARM64_SYS_REG(3, 0, 2, 0, 0)
#define TCR_EL1		ARM64_SYS_REG(3, 0, 2, 0, 2)
#define MAIR_EL1	ARM64_SYS_REG(3, 0, 10, 2, 0)
#define VBAR_EL1	ARM64_SYS_REG(3, 0, 12, 0, 0)

#define PSTATE_EL1H_MASKED	0x3c5
#define SCTLR_M_C_I		(1u << 0 | 1u << 2 | 1u << 12)
/* 4 KiB granule, 39-bit addresses (the walk starts at level 1), Write-Back, TTBR1 off, 40-bit PA. */
#define TCR_VALUE		(25 | 1 << 8 | 1 << 10 | 3 << 12 | 1 << 23 | 2ull << 32)
#define MAIR_NORMAL_THEN_DEVICE	0x00ffull
/* Level 1 block: valid, AF, inner shareable; AttrIndx 0 Normal, 1 Device. */
#define BLOCK_NORMAL		(1ull | 3ull << 8 | 1ull << 10)
#define BLOCK_DEVICE		(BLOCK_NORMAL | 1ull << 2)
#define GIB			(1ull << 30)

static struct vm failed(struct vm vm, const char *what)
{
	vm.error = errno;
	vm.failed = what;
	return vm;
}

static void *write_code(void)
{
	char *code = mmap(NULL, CODE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	uint64_t *table;

	if (code == MAP_FAILED)
		return NULL;
	memcpy(code, guest_begin, (size_t)(guest_end - guest_begin));
	table = (uint64_t *)(code + TABLE_OFFSET);
	table[GUEST_DOORBELL / GIB] = 0 * GIB | BLOCK_DEVICE;
	table[GUEST_REGION / GIB] = GUEST_REGION / GIB * GIB | BLOCK_NORMAL;
	table[GUEST_CODE / GIB] = GUEST_CODE / GIB * GIB | BLOCK_NORMAL;
	/* The guest may fetch with its caches off. */
	__builtin___clear_cache(code, code + CODE_BYTES);
	return code;
}

/* Type 0 asks for 40 bits of IPA. Machines with less want to be told how many. */
int vm_open(int kvm)
{
	int fd = ioctl(kvm, KVM_CREATE_VM, 0);
	int bits;

	if (fd >= 0 || errno != EINVAL)
		return fd;
	bits = ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_ARM_VM_IPA_SIZE);
	return ioctl(kvm, KVM_CREATE_VM, bits > 0 ? KVM_VM_TYPE_ARM_IPA_SIZE(bits) : 0);
}

struct vm vm_create(int kvm)
{
	struct vm vm = { .fd = -1, .vcpu = -1 };
	struct kvm_vcpu_init init;
	int bytes;

	vm.code = write_code();
	if (!vm.code)
		return failed(vm, "mmap of the guest code");
	vm.fd = vm_open(kvm);
	if (vm.fd < 0)
		return failed(vm, "KVM_CREATE_VM");
	vm.vcpu = ioctl(vm.fd, KVM_CREATE_VCPU, 0);
	if (vm.vcpu < 0)
		return failed(vm, "KVM_CREATE_VCPU");
	memset(&init, 0, sizeof(init));
	if (ioctl(vm.fd, KVM_ARM_PREFERRED_TARGET, &init) < 0)
		return failed(vm, "KVM_ARM_PREFERRED_TARGET");
	if (ioctl(vm.vcpu, KVM_ARM_VCPU_INIT, &init) < 0)
		return failed(vm, "KVM_ARM_VCPU_INIT");
	bytes = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
	if (bytes < 0)
		return failed(vm, "KVM_GET_VCPU_MMAP_SIZE");
	vm.run = mmap(NULL, (size_t)bytes, PROT_READ | PROT_WRITE, MAP_SHARED, vm.vcpu, 0);
	if (vm.run == MAP_FAILED) {
		vm.run = NULL;
		return failed(vm, "mmap of the vcpu");
	}
	vm.run_bytes = (size_t)bytes;
	errno = vm_slot(&vm, SLOT_CODE, 0, GUEST_CODE, vm.code, CODE_BYTES);
	return errno ? failed(vm, "memslot of the guest code") : vm;
}

void vm_destroy(struct vm *vm)
{
	if (vm->run)
		munmap(vm->run, vm->run_bytes);
	if (vm->vcpu >= 0)
		close(vm->vcpu);
	if (vm->fd >= 0)
		close(vm->fd);
	if (vm->code)
		munmap(vm->code, CODE_BYTES);
}

int vm_slot(const struct vm *vm, uint32_t slot, uint32_t flags, uint64_t ipa, void *address,
	    size_t bytes)
{
	struct kvm_userspace_memory_region region = {
		.slot = slot,
		.flags = flags,
		.guest_phys_addr = ipa,
		.memory_size = bytes,
		.userspace_addr = (uintptr_t)address,
	};

	return ioctl(vm->fd, KVM_SET_USER_MEMORY_REGION, &region) < 0 ? errno : 0;
}

static int set(const struct vm *vm, uint64_t id, uint64_t value)
{
	struct kvm_one_reg reg = { .id = id, .addr = (uintptr_t)&value };

	return ioctl(vm->vcpu, KVM_SET_ONE_REG, &reg) < 0 ? errno : 0;
}

static int set_mmu(const struct vm *vm)
{
	uint64_t sctlr;
	struct kvm_one_reg reg = { .id = SCTLR_EL1, .addr = (uintptr_t)&sctlr };
	int error = 0;

	if (ioctl(vm->vcpu, KVM_GET_ONE_REG, &reg) < 0)
		return errno;
	error = error ? error : set(vm, MAIR_EL1, MAIR_NORMAL_THEN_DEVICE);
	error = error ? error : set(vm, TCR_EL1, TCR_VALUE);
	error = error ? error : set(vm, TTBR0_EL1, GUEST_CODE + TABLE_OFFSET);
	return error ? error : set(vm, SCTLR_EL1, sctlr | SCTLR_M_C_I);
}

int vm_prepare(const struct vm *vm, enum guest_op op, bool mmu, uint64_t tested)
{
	int error = set(vm, CORE(regs.pc), GUEST_CODE + guest_entry(op));

	error = error ? error : set(vm, CORE(regs.pstate), PSTATE_EL1H_MASKED);
	error = error ? error : set(vm, CORE(regs.regs[0]), tested);
	error = error ? error : set(vm, CORE(regs.regs[9]), GUEST_DOORBELL);
	error = error ? error : set(vm, VBAR_EL1,
				    GUEST_CODE + (uint64_t)(guest_vectors - guest_begin));
	return error || !mmu ? error : set_mmu(vm);
}

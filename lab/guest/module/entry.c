// SPDX-License-Identifier: GPL-2.0
/*
 * The host's own entry for an address of the process that asks. KVM is told the
 * type of the VMA; this is the type that the CPU meets.
 */
#include <linux/mm.h>
#include <linux/preempt.h>
#include <asm/barrier.h>
#include <asm/sysreg.h>
#include <linux/uaccess.h>

#include "lab.h"

#define DESC_KIND	3ULL
#define DESC_BLOCK	1ULL
#define DESC_TABLE	3ULL

/* The last descriptor on the way to the address, and its level. */
static u64 host_walk(struct mm_struct *mm, unsigned long address, s32 *level)
{
	p4d_t *p4d = p4d_offset(pgd_offset(mm, address), address);
	pud_t *pud;
	pmd_t *pmd;

	*level = 0;
	if (p4d_none(READ_ONCE(*p4d)))
		return 0;
	pud = pud_offset(p4d, address);
	*level = 1;
	if (pud_none(READ_ONCE(*pud)))
		return 0;
	pmd = pmd_offset(pud, address);
	*level = 2;
	if ((pmd_val(READ_ONCE(*pmd)) & DESC_KIND) != DESC_TABLE)
		return pmd_val(READ_ONCE(*pmd));
	*level = 3;
	return pte_val(READ_ONCE(*pte_offset_kernel(pmd, address)));
}

/* What the CPU itself translates the address to, as user space would meet it. */
static u64 translated(unsigned long address)
{
	u64 par;

	preempt_disable();
	/* Without PAN in hardware the kernel runs without the user's table. */
	uaccess_ttbr0_enable();
	asm volatile("at s1e0r, %0" : : "r" (address));
	isb();
	par = read_sysreg(par_el1);
	uaccess_ttbr0_disable();
	preempt_enable();
	return par;
}

void lab_host_entry(struct s2l_host *host)
{
	mmap_read_lock(current->mm);
	host->descriptor = host_walk(current->mm, host->address, &host->level);
	mmap_read_unlock(current->mm);
	host->mair = read_sysreg(mair_el1);
	host->par = translated(host->address);
}

static bool host_frame(unsigned long address, u64 *pfn)
{
	s32 level;
	u64 desc = host_walk(current->mm, address, &level);
	u64 below = level == 2 ? PMD_SIZE - 1 : PAGE_SIZE - 1;

	if (level < 2 || (desc & DESC_KIND) != (level == 2 ? DESC_BLOCK : DESC_TABLE))
		return false;
	*pfn = ((desc & GENMASK_ULL(47, 12) & ~below) | (address & below)) >> PAGE_SHIFT;
	return true;
}

void lab_compare_frames(struct s2l_frames *frames)
{
	u64 at, guest, host;

	frames->mapped = frames->other = 0;
	mmap_read_lock(current->mm);
	for (at = 0; at < frames->size; at += PAGE_SIZE) {
		if (!lab_guest_frame(frames->ipa + at, &guest) ||
		    !host_frame(frames->address + at, &host))
			continue;
		frames->mapped++;
		if (guest != host)
			frames->other++;
	}
	mmap_read_unlock(current->mm);
}

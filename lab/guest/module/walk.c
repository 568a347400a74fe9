// SPDX-License-Identifier: GPL-2.0
/*
 * The stage-2 descriptor of one IPA. Two ways to the table: from VTTBR_EL2,
 * which only a VHE host can read and which still names the VM that ran last;
 * and from the kvm_pgtable that the probe saw, while that VM is alive.
 */
#include <asm/memory.h>
#include <asm/sysreg.h>
#include <asm/virt.h>

#include "lab.h"

#define DESC_VALID	BIT(0)
#define DESC_TABLE	BIT(1)
#define DESC_ADDRESS	GENMASK(47, 12)
#define LAST_LEVEL	3

/* 4 KiB granule: 9 bits a level, 12 for the page. */
static unsigned int shift_of(int level)
{
	return 12 + 9 * (LAST_LEVEL - level);
}

static u64 walk(const u64 *table, u64 ipa, unsigned int ia_bits, int level, s32 *reached)
{
	u64 index = (ipa & (BIT_ULL(ia_bits) - 1)) >> shift_of(level);
	u64 desc;

	for (;;) {
		desc = READ_ONCE(table[index]);
		*reached = level;
		if (!(desc & DESC_VALID) || !(desc & DESC_TABLE) || level == LAST_LEVEL)
			return desc;
		table = phys_to_virt(desc & DESC_ADDRESS);
		level++;
		index = (ipa >> shift_of(level)) & (PTRS_PER_PTE - 1);
	}
}

bool lab_guest_frame(u64 ipa, u64 *pfn)
{
	struct kvm_pgtable *pgt = lab_seen_pgtable();
	u64 desc, below;
	s32 level;

	if (!pgt || PAGE_SIZE != SZ_4K)
		return false;
	desc = walk((const u64 *)pgt->pgd, ipa, pgt->ia_bits, pgt->start_level, &level);
	if (!(desc & DESC_VALID))
		return false;
	below = BIT_ULL(shift_of(level)) - 1;
	*pfn = ((desc & DESC_ADDRESS & ~below) | (ipa & below)) >> PAGE_SHIFT;
	return true;
}

static void walk_vttbr(struct s2l_leaf *leaf)
{
	u64 vttbr = read_sysreg(vttbr_el2);
	u64 vtcr = read_sysreg(vtcr_el2);
	unsigned int ia_bits = 64 - (vtcr & 0x3f);
	int start = 2 - (int)((vtcr >> 6) & 3);

	if (!(vttbr & DESC_ADDRESS))
		return;
	leaf->by_vttbr = walk(phys_to_virt(vttbr & DESC_ADDRESS), leaf->ipa, ia_bits, start,
			      &leaf->level_vttbr);
	leaf->walked |= S2L_WALKED_VTTBR;
}

void lab_walk(struct s2l_leaf *leaf)
{
	struct kvm_pgtable *pgt = lab_seen_pgtable();

	leaf->walked = 0;
	leaf->by_vttbr = leaf->by_pgt = 0;
	leaf->level_vttbr = leaf->level_pgt = 0;
	if (PAGE_SIZE != SZ_4K)
		return;
	if (pgt) {
		leaf->by_pgt = walk((const u64 *)pgt->pgd, leaf->ipa, pgt->ia_bits,
				    pgt->start_level, &leaf->level_pgt);
		leaf->walked |= S2L_WALKED_PGT;
	}
	/* Had no guest run since the start, VTTBR_EL2 would name a table long freed. */
	if (pgt && is_kernel_in_hyp_mode())
		walk_vttbr(leaf);
}

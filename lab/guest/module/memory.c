// SPDX-License-Identifier: GPL-2.0
/*
 * The VMAs that the lab puts under memslots: of the hole (memory outside the
 * kernel's map, pfn_is_map_memory() false) and of ordinary RAM.
 */
#include <linux/fs.h>
#include <linux/gfp.h>

#include "compat.h"
#include "lab.h"

static unsigned long hole_pfn;
static struct page *ram;

int lab_memory_init(unsigned long hole)
{
	unsigned int order = get_order(S2L_MEMORY_BYTES);

	if (!IS_ALIGNED(hole, PMD_SIZE) || pfn_valid(PHYS_PFN(hole))) {
		pr_err("stage2-lab: 0x%lx is not a 2 MiB aligned hole; boot with mem=768M\n", hole);
		return -EINVAL;
	}
	hole_pfn = PHYS_PFN(hole);

	ram = alloc_pages(GFP_KERNEL | __GFP_ZERO, order);
	if (!ram)
		return -ENOMEM;
	/*
	 * Each page needs a count of its own: KVM before 6.13 takes a
	 * reference on whatever page the PFN names and refuses a count of 0.
	 */
	split_page(ram, order);
	return 0;
}

void lab_memory_exit(void)
{
	unsigned long i;

	for (i = 0; i < S2L_MEMORY_BYTES >> PAGE_SHIFT; i++)
		__free_page(ram + i);
}

static unsigned long kind_of(struct vm_area_struct *vma)
{
	return (unsigned long)vma->vm_private_data;
}

static pgprot_t protection(unsigned long type, pgprot_t prot)
{
	switch (type & S2L_PGPROT_MASK) {
	case S2L_WRITECOMBINE:
		return pgprot_writecombine(prot);
	case S2L_NGNRE:
		return pgprot_device(prot);
	case S2L_NGNRNE:
		return pgprot_noncached(prot);
	default:
		return __pgprot_modify(prot, PTE_ATTRINDX_MASK, PTE_ATTRINDX(MT_NORMAL));
	}
}

static pgprot_t entry_protection(unsigned long kind, pgprot_t prot)
{
	return protection(kind >> S2L_ENTRY_SHIFT << S2L_PGPROT_SHIFT, prot);
}

/* vm_pgoff holds the first PFN, as vfio-pci does; KVM before 7.x reads it. */
static unsigned long pfn_at(struct vm_fault *vmf, unsigned long address)
{
	return vmf->vma->vm_pgoff + ((address - vmf->vma->vm_start) >> PAGE_SHIFT);
}

static vm_fault_t lab_fault(struct vm_fault *vmf)
{
	unsigned long pfn = pfn_at(vmf, vmf->address);

	if (kind_of(vmf->vma) & S2L_ENTRY)
		return vmf_insert_pfn_prot(vmf->vma, vmf->address, pfn,
					   entry_protection(kind_of(vmf->vma),
							    vmf->vma->vm_page_prot));
	if (kind_of(vmf->vma) & S2L_MIXEDMAP)
		return vmf_insert_mixed(vmf->vma, vmf->address, lab_pfn(pfn));
	return vmf_insert_pfn(vmf->vma, vmf->address, pfn);
}

static LAB_HUGE_FAULT(lab_huge_fault)
{
	unsigned long start = vmf->address & PMD_MASK;
	bool write = vmf->flags & FAULT_FLAG_WRITE;

	if (!lab_order_is_pmd(order) || start < vmf->vma->vm_start ||
	    start + PMD_SIZE > vmf->vma->vm_end ||
	    !IS_ALIGNED(pfn_at(vmf, start), PTRS_PER_PMD))
		return VM_FAULT_FALLBACK;
	return vmf_insert_pfn_pmd(vmf, lab_pfn(pfn_at(vmf, start)), write);
}

static const struct vm_operations_struct page_ops = {
	.fault = lab_fault,
};

static const struct vm_operations_struct huge_ops = {
	.fault = lab_fault,
	.huge_fault = lab_huge_fault,
};

/* Ordinary pages; vm_insert_page() sets VM_MIXEDMAP itself. */
static int insert_pages(struct vm_area_struct *vma, unsigned long first, unsigned long size)
{
	unsigned long i;
	int ret = 0;

	for (i = 0; i < size >> PAGE_SHIFT && !ret; i++)
		ret = vm_insert_page(vma, vma->vm_start + (i << PAGE_SHIFT), ram + first + i);
	return ret;
}

static int remap(struct vm_area_struct *vma, unsigned long kind, unsigned long size)
{
	unsigned long half = kind & S2L_REPEATED ? size / 2 : size;
	unsigned long at;
	int ret = 0;

	for (at = vma->vm_start; at < vma->vm_end && !ret; at += half)
		ret = remap_pfn_range(vma, at, vma->vm_pgoff, half, vma->vm_page_prot);
	return ret;
}

int lab_mmap(struct file *file, struct vm_area_struct *vma)
{
	unsigned long kind = vma->vm_pgoff & (BIT(S2L_FIRST_PAGE_SHIFT) - 1);
	unsigned long first = vma->vm_pgoff >> S2L_FIRST_PAGE_SHIFT;
	unsigned long size = vma->vm_end - vma->vm_start;
	unsigned long base = kind & S2L_MEMORY_RAM ? page_to_pfn(ram) : hole_pfn;

	if (!(vma->vm_flags & VM_SHARED) || first > S2L_MEMORY_BYTES >> PAGE_SHIFT ||
	    size > S2L_MEMORY_BYTES - (first << PAGE_SHIFT))
		return -EINVAL;
	if ((kind & (S2L_MIXEDMAP | S2L_HUGE | S2L_ENTRY)) && !(kind & S2L_BY_FAULT))
		return -EINVAL;
	if ((kind & S2L_BY_PAGE) && ((kind & S2L_BY_FAULT) || !(kind & S2L_MEMORY_RAM)))
		return -EINVAL;

	vma->vm_pgoff = base + first;
	vma->vm_private_data = (void *)kind;
	vma->vm_page_prot = protection(kind, vma->vm_page_prot);
	if (kind & S2L_ANY_UNCACHED)
		lab_set_flags(vma, LAB_ALLOW_ANY_UNCACHED);
	if (kind & S2L_BY_PAGE)
		return insert_pages(vma, first, size);
	if (!(kind & S2L_BY_FAULT))
		return remap(vma, kind, size);

	lab_set_flags(vma, VM_DONTEXPAND | VM_DONTDUMP |
			   (kind & S2L_MIXEDMAP ? VM_MIXEDMAP : VM_PFNMAP) |
			   (kind & S2L_IO ? VM_IO : 0));
	vma->vm_ops = kind & S2L_HUGE ? &huge_ops : &page_ops;
	return 0;
}

static u32 named_flags(unsigned long flags)
{
	return (flags & VM_READ ? S2L_VM_READ : 0) |
	       (flags & VM_WRITE ? S2L_VM_WRITE : 0) |
	       (flags & VM_EXEC ? S2L_VM_EXEC : 0) |
	       (flags & VM_SHARED ? S2L_VM_SHARED : 0) |
	       (flags & VM_PFNMAP ? S2L_VM_PFNMAP : 0) |
	       (flags & VM_MIXEDMAP ? S2L_VM_MIXEDMAP : 0) |
	       (flags & VM_IO ? S2L_VM_IO : 0) |
	       (flags & LAB_ALLOW_ANY_UNCACHED ? S2L_VM_ANY_UNCACHED : 0) |
	       (flags & VM_MTE_ALLOWED ? S2L_VM_MTE_ALLOWED : 0);
}

int lab_describe_vma(struct s2l_vma *out)
{
	struct vm_area_struct *vma;
	int ret = -ENOENT;

	mmap_read_lock(current->mm);
	vma = find_vma(current->mm, out->address);
	if (vma && vma->vm_start <= out->address) {
		out->start = vma->vm_start;
		out->end = vma->vm_end;
		out->flags = named_flags(vma->vm_flags);
		out->attr_indx = (pgprot_val(vma->vm_page_prot) & PTE_ATTRINDX_MASK) >> 2;
		ret = 0;
	}
	mmap_read_unlock(current->mm);
	return ret;
}

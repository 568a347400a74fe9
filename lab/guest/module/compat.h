/* SPDX-License-Identifier: GPL-2.0 */
/* What the kernels that the lab boots (6.1, 6.12, 7.3) name differently. */
#ifndef COMPAT_H
#define COMPAT_H

#include <linux/mm.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 9, 0)
#define LAB_ALLOW_ANY_UNCACHED	0
#else
#define LAB_ALLOW_ANY_UNCACHED	VM_ALLOW_ANY_UNCACHED
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
#define lab_set_flags(vma, set)	((vma)->vm_flags |= (set))
#else
#define lab_set_flags(vma, set)	vm_flags_set(vma, set)
#endif

/* pfn_t went away in 6.17. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
#include <linux/pfn_t.h>
#define lab_pfn(pfn)		__pfn_to_pfn_t(pfn, PFN_DEV)
#else
#define lab_pfn(pfn)		(pfn)
#endif

/* huge_fault() takes a mapping order since 6.7. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 7, 0)
#define LAB_HUGE_FAULT(name)	vm_fault_t name(struct vm_fault *vmf, enum page_entry_size order)
#define lab_order_is_pmd(order)	((order) == PE_SIZE_PMD)
#else
#define LAB_HUGE_FAULT(name)	vm_fault_t name(struct vm_fault *vmf, unsigned int order)
#define lab_order_is_pmd(order)	((order) == PMD_ORDER)
#endif

#endif

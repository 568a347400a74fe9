/* SPDX-License-Identifier: GPL-2.0 */
#ifndef LAB_H
#define LAB_H

#include <linux/kvm_host.h>
#include <asm/kvm_pgtable.h>

#include "stage2_lab.h"

struct file;
struct vm_area_struct;

int lab_memory_init(unsigned long hole);
void lab_memory_exit(void);
int lab_mmap(struct file *file, struct vm_area_struct *vma);
int lab_describe_vma(struct s2l_vma *out);

void lab_registers(struct s2l_registers *out);

void lab_probes_init(void);
void lab_probes_exit(void);
void lab_missing_probes(struct s2l_probes *out);

bool lab_enter(struct kvm_pgtable *pgt, u64 ipa, u64 size);
void lab_leave(const struct s2l_call *call);
void lab_maintained(u32 kind, u64 bytes);
void lab_start(const struct s2l_range *range);
void lab_stop(struct s2l_calls *out);
struct kvm_pgtable *lab_seen_pgtable(void);

void lab_walk(struct s2l_leaf *leaf);
/* The frame behind an IPA, in the table that the probe saw; false where there is no leaf. */
bool lab_guest_frame(u64 ipa, u64 *pfn);

void lab_host_entry(struct s2l_host *host);
void lab_compare_frames(struct s2l_frames *frames);

#endif

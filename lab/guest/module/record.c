// SPDX-License-Identifier: GPL-2.0
/* The calls noted for the IPA range under test, and the table they went to. */
#include <linux/sched.h>
#include <linux/spinlock.h>

#include "lab.h"

static DEFINE_RAW_SPINLOCK(lock);
static bool recording;
static struct s2l_range tested;
static struct s2l_calls recorded;
static struct kvm_pgtable *seen;
static struct task_struct *inside;

static void note(const struct s2l_call *call)
{
	if (recorded.count < S2L_MAX_CALLS)
		recorded.call[recorded.count++] = *call;
	else
		recorded.lost++;
}

/* True if the call counts: lab_leave() then has to end it. */
bool lab_enter(struct kvm_pgtable *pgt, u64 ipa, u64 size)
{
	unsigned long flags;
	bool counts;

	raw_spin_lock_irqsave(&lock, flags);
	counts = recording && ipa < tested.ipa + tested.size && tested.ipa < ipa + size;
	if (counts)
		inside = current;
	if (recording)
		seen = pgt;
	raw_spin_unlock_irqrestore(&lock, flags);
	return counts;
}

void lab_leave(const struct s2l_call *call)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	inside = NULL;
	note(call);
	raw_spin_unlock_irqrestore(&lock, flags);
}

/* Maintenance counts only while this task is between enter and leave. */
void lab_maintained(u32 kind, u64 bytes)
{
	struct s2l_call call = { .kind = kind, .size = bytes };
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	if (recording && inside == current)
		note(&call);
	raw_spin_unlock_irqrestore(&lock, flags);
}

/* The caller keeps the VM alive until it has walked what start made us see. */
struct kvm_pgtable *lab_seen_pgtable(void)
{
	return seen;
}

void lab_start(const struct s2l_range *range)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	memset(&recorded, 0, sizeof(recorded));
	seen = NULL;
	inside = NULL;
	tested = *range;
	recording = true;
	raw_spin_unlock_irqrestore(&lock, flags);
}

void lab_stop(struct s2l_calls *out)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	recording = false;
	*out = recorded;
	raw_spin_unlock_irqrestore(&lock, flags);
}

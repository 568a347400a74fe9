// SPDX-License-Identifier: GPL-2.0
/*
 * What KVM calls while the guest under test runs: the stage-2 map and
 * permission functions with what they are asked and what they return, and
 * the cache-maintenance helpers while one of these is on its way.
 */
#include <linux/kprobes.h>
#include <linux/version.h>

#include "lab.h"

struct map_call {
	struct s2l_call call;
	bool counts;
};

static u32 named_prot(u64 prot)
{
	return (prot & KVM_PGTABLE_PROT_R ? S2L_PROT_R : 0) |
	       (prot & KVM_PGTABLE_PROT_W ? S2L_PROT_W : 0) |
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	       (prot & KVM_PGTABLE_PROT_PX ? S2L_PROT_PX : 0) |
	       (prot & KVM_PGTABLE_PROT_UX ? S2L_PROT_UX : 0) |
#else
	       (prot & KVM_PGTABLE_PROT_X ? S2L_PROT_PX | S2L_PROT_UX : 0) |
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
	       (prot & KVM_PGTABLE_PROT_NORMAL_NC ? S2L_PROT_NORMAL_NC : 0) |
#endif
	       (prot & KVM_PGTABLE_PROT_DEVICE ? S2L_PROT_DEVICE : 0);
}

static int entered(struct kretprobe_instance *ri, struct kvm_pgtable *pgt, struct s2l_call call)
{
	struct map_call *data = (struct map_call *)ri->data;

	call.prot = named_prot(call.raw_prot);
	data->call = call;
	data->counts = lab_enter(pgt, call.ipa, call.size);
	return 0;
}

static struct s2l_call asked_to_map(const struct pt_regs *regs)
{
	return (struct s2l_call) {
		.kind = S2L_CALL_MAP,
		.ipa = regs->regs[1],
		.size = regs->regs[2],
		.raw_prot = regs->regs[4],
	};
}

static struct s2l_call asked_to_relax(const struct pt_regs *regs)
{
	return (struct s2l_call) {
		.kind = S2L_CALL_RELAX,
		.ipa = regs->regs[1],
		.size = 1,
		.raw_prot = regs->regs[2],
	};
}

static int map_entry(struct kretprobe_instance *ri, struct pt_regs *regs)
{
	return entered(ri, (struct kvm_pgtable *)regs->regs[0], asked_to_map(regs));
}

static int relax_entry(struct kretprobe_instance *ri, struct pt_regs *regs)
{
	return entered(ri, (struct kvm_pgtable *)regs->regs[0], asked_to_relax(regs));
}

/* EL2 owns the table that the pKVM functions change: nothing to walk here. */
static int pkvm_map_entry(struct kretprobe_instance *ri, struct pt_regs *regs)
{
	return entered(ri, NULL, asked_to_map(regs));
}

static int pkvm_relax_entry(struct kretprobe_instance *ri, struct pt_regs *regs)
{
	return entered(ri, NULL, asked_to_relax(regs));
}

static int returned(struct kretprobe_instance *ri, struct pt_regs *regs)
{
	struct map_call *data = (struct map_call *)ri->data;

	if (data->counts) {
		data->call.result = (s32)regs_return_value(regs);
		lab_leave(&data->call);
	}
	return 0;
}

static int dcache_hit(struct kprobe *p, struct pt_regs *regs)
{
	lab_maintained(S2L_CALL_DCACHE, regs->regs[1] - regs->regs[0]);
	return 0;
}

static int icache_hit(struct kprobe *p, struct pt_regs *regs)
{
	lab_maintained(S2L_CALL_ICACHE, regs->regs[1] - regs->regs[0]);
	return 0;
}

/* The whole instruction cache: no range, so 0 bytes. */
static int icache_all_hit(struct kprobe *p, struct pt_regs *regs)
{
	lab_maintained(S2L_CALL_ICACHE, 0);
	return 0;
}

#define RETPROBE(function, entry) { \
	.kp.symbol_name = function, .entry_handler = entry, .handler = returned, \
	.data_size = sizeof(struct map_call), .maxactive = 8 }

static struct kretprobe functions[] = {
	RETPROBE("kvm_pgtable_stage2_map", map_entry),
	RETPROBE("pkvm_pgtable_stage2_map", pkvm_map_entry),
	RETPROBE("kvm_pgtable_stage2_relax_perms", relax_entry),
	RETPROBE("pkvm_pgtable_stage2_relax_perms", pkvm_relax_entry),
};

/*
 * With DIC the instruction-cache helper is patched to return before it
 * reaches an IC instruction. Probing behind such an early return, arguments
 * still in place, tells maintenance done from a helper merely called.
 */
static int behind_early_return(const u32 *code, unsigned int *offset)
{
	const u32 ret_instruction = 0xd65f03c0;
	unsigned int i;

	*offset = 0;
	for (i = 1; i < 4; i++)
		if (code[i] == ret_instruction)
			*offset = (i + 1) * sizeof(u32);
	return 0;
}

/* For large ranges KVM invalidates everything, by an instruction inlined into its callback. */
static int at_ic_ialluis(const u32 *code, unsigned int *offset)
{
	const u32 ic_ialluis = 0xd508711f;
	unsigned int i;

	for (i = 0; i < 32; i++) {
		if (code[i] == ic_ialluis) {
			*offset = i * sizeof(u32);
			return 0;
		}
	}
	return -ENOENT;
}

static struct helper {
	struct kprobe kp;
	int (*place)(const u32 *code, unsigned int *offset);
	int error;
} helpers[] = {
	{ { .symbol_name = "dcache_clean_inval_poc", .pre_handler = dcache_hit },
	  behind_early_return },
	{ { .symbol_name = "icache_inval_pou", .pre_handler = icache_hit },
	  behind_early_return },
	{ { .symbol_name = "invalidate_icache_guest_page", .pre_handler = icache_all_hit },
	  at_ic_ialluis },
};

static int function_error[ARRAY_SIZE(functions)];

static int do_nothing(struct kprobe *p, struct pt_regs *regs)
{
	return 0;
}

static int place(struct helper *helper)
{
	struct kprobe look = { .symbol_name = helper->kp.symbol_name, .pre_handler = do_nothing };
	const u32 *code;
	int error = register_kprobe(&look);

	/* Only a registered probe tells where the function is; its own first instruction is BRK. */
	if (error)
		return error;
	code = (const u32 *)look.addr;
	unregister_kprobe(&look);
	error = helper->place(code, &helper->kp.offset);
	return error ?: register_kprobe(&helper->kp);
}

void lab_probes_init(void)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(functions); i++)
		function_error[i] = register_kretprobe(&functions[i]);
	for (i = 0; i < ARRAY_SIZE(helpers); i++)
		helpers[i].error = place(&helpers[i]);
}

void lab_probes_exit(void)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(functions); i++)
		if (!function_error[i])
			unregister_kretprobe(&functions[i]);
	for (i = 0; i < ARRAY_SIZE(helpers); i++)
		if (!helpers[i].error)
			unregister_kprobe(&helpers[i].kp);
}

static void report(struct s2l_probes *out, const char *name, int error)
{
	if (!error || out->count == S2L_MAX_PROBES)
		return;
	strscpy(out->missing[out->count].name, name, sizeof(out->missing[0].name));
	out->missing[out->count++].error = error;
}

void lab_missing_probes(struct s2l_probes *out)
{
	unsigned int i;

	memset(out, 0, sizeof(*out));
	for (i = 0; i < ARRAY_SIZE(functions); i++)
		report(out, functions[i].kp.symbol_name, function_error[i]);
	for (i = 0; i < ARRAY_SIZE(helpers); i++)
		report(out, helpers[i].kp.symbol_name, helpers[i].error);
}

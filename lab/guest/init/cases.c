// SPDX-License-Identifier: MIT
#include "cases.h"

#include <linux/kvm.h>

#include "kinds.h"

struct list {
	case_visit *visit;
	void *context;
};

static void ask(const struct list *list, struct lab_case c)
{
	list->visit(&c, list->context);
}

static void plain(const struct list *list, struct vma_kind kind)
{
	static const enum guest_op ops[] = { OP_LOAD, OP_STORE, OP_EXECUTE };

	for (size_t i = 0; i < COUNT(ops); i++)
		ask(list, (struct lab_case){ .vma = kind, .op = ops[i] });
}

static void kinds(const struct list *list)
{
	for (int ram = 0; ram <= 1; ram++) {
		for (int any = 0; any <= 1; any++)
			ALL_PGPROTS(p)
				plain(list, PFNMAP(.ram = ram, .pgprot = p, .any_uncached = any));
		ALL_PGPROTS(p)
			plain(list, FAULTED(.ram = ram, .pgprot = p));
		ALL_PGPROTS(p) {
			plain(list, PFNMAP(.ram = ram, .pgprot = p, .huge = true));
			plain(list, FAULTED(.ram = ram, .pgprot = p, .huge = true));
		}
		for (int io = 0; io <= 1; io++)
			ALL_PGPROTS(p)
				plain(list, MIXEDMAP(.ram = ram, .io = io, .pgprot = p));
		ALL_PGPROTS(p)
			plain(list, MIXEDMAP(.ram = ram, .io = true, .pgprot = p,
					     .any_uncached = true));
	}
	plain(list, ANONYMOUS());
	plain(list, ANONYMOUS(.huge = true));
}

/* What the guest does, with its stage 1 off and on. */
static void operations(const struct list *list)
{
	const struct vma_kind kinds[] = {
		PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = WRITECOMBINE),
		PFNMAP(.pgprot = NGNRE), PFNMAP(.pgprot = NGNRNE),
		PFNMAP(.pgprot = WRITECOMBINE, .any_uncached = true),
		PFNMAP(.ram = true, .pgprot = CACHEABLE), PFNMAP(.ram = true, .pgprot = NGNRE),
		MIXEDMAP(.io = true, .pgprot = CACHEABLE), ANONYMOUS(),
	};

	for (size_t i = 0; i < COUNT(kinds); i++) {
		for (enum guest_op op = OP_LOAD; op <= OP_EXECUTE; op++)
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op, .mmu = true });
		for (enum guest_op op = OP_UNALIGNED_LOAD; op <= OP_EXCLUSIVES; op++) {
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op });
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op, .mmu = true });
		}
	}
}

static void dirty(const struct list *list)
{
	const struct vma_kind kinds[] = {
		PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = WRITECOMBINE),
		PFNMAP(.pgprot = NGNRE), PFNMAP(.pgprot = NGNRNE),
		FAULTED(.pgprot = CACHEABLE), FAULTED(.pgprot = NGNRE),
		PFNMAP(.ram = true, .pgprot = CACHEABLE), PFNMAP(.ram = true, .pgprot = NGNRE),
		MIXEDMAP(.io = true, .pgprot = CACHEABLE), MIXEDMAP(.io = true, .pgprot = NGNRE),
		MIXEDMAP(.io = true, .ram = true, .pgprot = CACHEABLE),
		ANONYMOUS(), ANONYMOUS(.huge = true),
	};

	for (size_t i = 0; i < COUNT(kinds); i++) {
		for (enum guest_op op = OP_LOAD; op <= OP_STORE; op++) {
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op,
						     .slot_flags = KVM_MEM_LOG_DIRTY_PAGES });
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op, .move = MOVE_FLAGS,
						     .move_flags = KVM_MEM_LOG_DIRTY_PAGES });
		}
	}
}

/* A second access that needs more than the first one got: a permission fault. */
static void twice(const struct list *list)
{
	const struct vma_kind kinds[] = {
		PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = NGNRE),
		PFNMAP(.ram = true, .pgprot = CACHEABLE), MIXEDMAP(.io = true, .pgprot = CACHEABLE),
		ANONYMOUS(), ANONYMOUS(.huge = true),
	};

	for (size_t i = 0; i < COUNT(kinds); i++) {
		for (enum guest_op op = OP_LOAD_STORE; op <= OP_LOAD_EXECUTE; op++) {
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op });
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op,
						     .slot_flags = KVM_MEM_LOG_DIRTY_PAGES });
		}
	}
}

static void replaced(const struct list *list)
{
	const struct vma_kind from[] = {
		ANONYMOUS(), PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = NGNRE),
		PFNMAP(.ram = true, .pgprot = NGNRE),
	};
	const struct vma_kind to[] = {
		ANONYMOUS(), PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = NGNRNE),
		PFNMAP(.pgprot = WRITECOMBINE, .any_uncached = true),
		PFNMAP(.ram = true, .pgprot = CACHEABLE),
		MIXEDMAP(.io = true, .pgprot = CACHEABLE),
	};

	for (size_t i = 0; i < COUNT(from); i++)
		for (size_t j = 0; j < COUNT(to); j++)
			for (enum guest_op op = OP_LOAD; op <= OP_EXECUTE; op += OP_EXECUTE)
				ask(list, (struct lab_case){ .vma = from[i], .op = op,
							     .move = MOVE_REPLACE, .move_vma = to[j] });
	/* The only way to a PFNMAP page under dirty logging. */
	for (size_t j = 1; j < COUNT(to); j++)
		for (enum guest_op op = OP_LOAD; op <= OP_STORE; op++)
			ask(list, (struct lab_case){ .vma = ANONYMOUS(), .op = op,
						     .slot_flags = KVM_MEM_LOG_DIRTY_PAGES,
						     .move = MOVE_REPLACE, .move_vma = to[j] });
}

static void two(const struct list *list)
{
	const struct vma_kind pairs[][2] = {
		{ PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = NGNRE) },
		{ ANONYMOUS(), PFNMAP(.pgprot = CACHEABLE) },
		{ ANONYMOUS(), PFNMAP(.pgprot = NGNRE) },
		{ ANONYMOUS(), MIXEDMAP(.io = true, .pgprot = CACHEABLE) },
		{ PFNMAP(.pgprot = NGNRE), PFNMAP(.pgprot = WRITECOMBINE, .any_uncached = true) },
	};

	for (size_t i = 0; i < COUNT(pairs); i++) {
		for (int turned = 0; turned <= 1; turned++) {
			struct lab_case c = { .vma = pairs[i][turned], .two = true,
					      .second = pairs[i][!turned], .op = OP_LOAD };

			ask(list, c);
			c.at_second = true;
			ask(list, c);
			c.slot_flags = KVM_MEM_LOG_DIRTY_PAGES;
			ask(list, c);
		}
	}
}

static void readonly(const struct list *list)
{
	const struct vma_kind kinds[] = {
		ANONYMOUS(), PFNMAP(.pgprot = CACHEABLE), PFNMAP(.pgprot = NGNRE),
		PFNMAP(.ram = true, .pgprot = CACHEABLE),
	};

	for (size_t i = 0; i < COUNT(kinds); i++)
		for (enum guest_op op = OP_LOAD; op <= OP_EXECUTE; op++)
			ask(list, (struct lab_case){ .vma = kinds[i], .op = op,
						     .slot_flags = KVM_MEM_READONLY });
}

/* The entries are of another type than the VMA says; KVM reads the VMA. */
static void typed_apart(const struct list *list)
{
	const struct vma_kind kinds[] = {
		TYPED(CACHEABLE, WRITECOMBINE), TYPED(CACHEABLE, NGNRE), TYPED(CACHEABLE, NGNRNE),
		TYPED(WRITECOMBINE, CACHEABLE), TYPED(NGNRE, CACHEABLE),
		TYPED(WRITECOMBINE, CACHEABLE, .any_uncached = true),
		TYPED(CACHEABLE, WRITECOMBINE, .ram = true),
		TYPED(WRITECOMBINE, CACHEABLE, .ram = true),
	};

	for (size_t i = 0; i < COUNT(kinds); i++) {
		plain(list, kinds[i]);
		for (enum guest_op op = OP_LOAD; op <= OP_EXECUTE; op++)
			ask(list, (struct lab_case){ .vma = ANONYMOUS(), .op = op,
						     .move = MOVE_REPLACE, .move_vma = kinds[i] });
	}
}

static void pages(const struct list *list)
{
	ALL_PGPROTS(p)
		plain(list, PAGES(.pgprot = p));
	for (enum guest_op op = OP_LOAD; op <= OP_EXECUTE; op++)
		ask(list, (struct lab_case){ .vma = ANONYMOUS(), .op = op, .move = MOVE_REPLACE,
					     .move_vma = PAGES(.pgprot = CACHEABLE) });
}

/* The frames of 2 MiB are not consecutive. */
static void repeated(const struct list *list)
{
	const struct vma_kind kinds[] = {
		PFNMAP(.pgprot = CACHEABLE, .huge = true, .repeated = true),
		PFNMAP(.pgprot = NGNRE, .huge = true, .repeated = true),
		PFNMAP(.ram = true, .pgprot = CACHEABLE, .huge = true, .repeated = true),
		PFNMAP(.ram = true, .pgprot = NGNRE, .huge = true, .repeated = true),
	};

	for (size_t i = 0; i < COUNT(kinds); i++)
		ask(list, (struct lab_case){ .vma = kinds[i], .op = OP_LOAD });
}

void cases_each(case_visit *visit, void *context)
{
	const struct list list = { visit, context };

	kinds(&list);
	operations(&list);
	dirty(&list);
	twice(&list);
	replaced(&list);
	two(&list);
	readonly(&list);
	typed_apart(&list);
	pages(&list);
	repeated(&list);
}

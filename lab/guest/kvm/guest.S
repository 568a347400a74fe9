/* SPDX-License-Identifier: MIT */
/*
 * Position independent: it is copied to GUEST_CODE. On entry x0 is the tested
 * address and x9 the doorbell. Each operation touches the tested memory,
 * then reports in x1 and stops; an exception reports ESR and FAR instead.
 */
#include "guest.h"

	.section .rodata.guest, "a"
	.balign 2048
	.global guest_begin, guest_vectors, guest_end
	.global guest_load, guest_store, guest_execute
	.global guest_unaligned_load, guest_dc_zva, guest_exclusives
	.global guest_load_store, guest_load_execute

guest_begin:
guest_load:
	ldr	x1, [x0]
	b	report

guest_load_store:
	ldr	x1, [x0]
guest_store:
	ldr	x1, =GUEST_STORED
	str	x1, [x0]
	ldr	x1, [x0]
	b	report

guest_load_execute:
	ldr	x1, [x0]
guest_execute:
	mov	x1, #0
	blr	x0
	mov	x1, #1
	b	report

guest_unaligned_load:
	ldur	x1, [x0, #1]
	b	report

guest_dc_zva:
	dc	zva, x0
	ldr	x1, [x0]
	b	report

guest_exclusives:
	ldxr	x2, [x0]
	stxr	w1, x2, [x0]
	b	report

report:
	str	x1, [x9, #DOORBELL_VALUE]
	b	.
	.ltorg

	.balign 2048
guest_vectors:
	.rept 16
	.balign 128
	mrs	x1, esr_el1
	str	x1, [x9, #DOORBELL_ESR]
	mrs	x1, far_el1
	str	x1, [x9, #DOORBELL_FAR]
	b	.
	.endr
	.balign 128
guest_end:
	.section .note.GNU-stack, "", %progbits

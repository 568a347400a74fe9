// SPDX-License-Identifier: MIT
#include "evidence.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "line.h"

/* A module that refuses its own ioctl leaves nothing to report: end the run. */
static void ask(int lab, unsigned long request, void *argument, const char *what)
{
	if (ioctl(lab, request, argument) < 0) {
		fprintf(stderr, "%s: %s\n", what, strerror(errno));
		exit(1);
	}
}

void evidence_start(int lab, uint64_t ipa, uint64_t size)
{
	struct s2l_range range = { .ipa = ipa, .size = size };

	if (lab >= 0)
		ask(lab, S2L_START, &range, "S2L_START");
}

void evidence_stop(int lab, uint64_t ipa, struct evidence *out)
{
	memset(out, 0, sizeof(*out));
	if (lab < 0)
		return;
	ask(lab, S2L_STOP, &out->calls, "S2L_STOP");
	out->leaf.ipa = ipa;
	ask(lab, S2L_LEAF, &out->leaf, "S2L_LEAF");
	if (out->calls.lost) {
		fprintf(stderr, "%u calls were not recorded\n", out->calls.lost);
		exit(1);
	}
}

void evidence_frames(int lab, uint64_t ipa, const char *address, uint64_t size,
		     struct evidence *out)
{
	out->frames = (struct s2l_frames){ .ipa = ipa, .address = (uintptr_t)address,
					   .size = size };
	if (lab >= 0)
		ask(lab, S2L_FRAMES, &out->frames, "S2L_FRAMES");
}

void evidence_host(int lab, const char *address, struct evidence *out)
{
	if (lab < 0)
		return;
	(void)*(const volatile uint64_t *)(const void *)address;
	out->host.address = (uintptr_t)address;
	ask(lab, S2L_HOST, &out->host, "S2L_HOST");
}

static void prot_line(uint32_t prot)
{
	line_open("prot", '[');
	if (prot & S2L_PROT_R)
		line_text(NULL, "R");
	if (prot & S2L_PROT_W)
		line_text(NULL, "W");
	if ((prot & S2L_PROT_PX) && (prot & S2L_PROT_UX))
		line_text(NULL, "X");
	else if (prot & S2L_PROT_PX)
		line_text(NULL, "PX");
	else if (prot & S2L_PROT_UX)
		line_text(NULL, "UX");
	if (prot & S2L_PROT_DEVICE)
		line_text(NULL, "DEVICE");
	if (prot & S2L_PROT_NORMAL_NC)
		line_text(NULL, "NORMAL_NC");
	line_close(']');
}

static void calls_line(const char *key, const struct s2l_calls *calls, uint32_t kind)
{
	line_open(key, '[');
	for (uint32_t i = 0; i < calls->count; i++) {
		const struct s2l_call *call = &calls->call[i];

		if (call->kind != kind)
			continue;
		line_open(NULL, '{');
		line_hex("ipa", call->ipa);
		if (kind == S2L_CALL_MAP)
			line_number("size", (long long)call->size);
		prot_line(call->prot);
		line_hex("raw", call->raw_prot);
		line_errno("errno", -call->result);
		line_close('}');
	}
	line_close(']');
}

static void maintenance_line(const struct s2l_calls *calls)
{
	line_open("maintenance", '[');
	for (uint32_t i = 0; i < calls->count; i++) {
		const struct s2l_call *call = &calls->call[i];

		if (call->kind != S2L_CALL_DCACHE && call->kind != S2L_CALL_ICACHE)
			continue;
		line_open(NULL, '{');
		line_text("on", call->kind == S2L_CALL_DCACHE ? "dcache" : "icache");
		line_number("bytes", (long long)call->size);
		line_close('}');
	}
	line_close(']');
}

static void leaf_line(const struct s2l_leaf *leaf)
{
	int by_vttbr = leaf->walked & S2L_WALKED_VTTBR;
	int both = by_vttbr && (leaf->walked & S2L_WALKED_PGT);
	uint64_t descriptor = by_vttbr ? leaf->by_vttbr : leaf->by_pgt;

	if (!(descriptor & 1) && !(both && leaf->by_pgt != leaf->by_vttbr)) {
		line_null("leaf");
		return;
	}
	line_open("leaf", '{');
	line_hex("descriptor", descriptor);
	line_number("level", by_vttbr ? leaf->level_vttbr : leaf->level_pgt);
	line_number("memAttr", descriptor >> 2 & 0xf);
	line_number("sh", descriptor >> 8 & 3);
	line_number("s2ap", descriptor >> 6 & 3);
	line_number("xn", descriptor >> 53 & 3);
	line_text("from", by_vttbr ? "VTTBR_EL2" : "kvm_pgtable");
	if (both && leaf->by_pgt != leaf->by_vttbr)
		line_hex("other", leaf->by_pgt);
	line_close('}');
}

static void frames_line(const struct s2l_frames *frames)
{
	if (!frames->mapped) {
		line_null("frames");
		return;
	}
	line_open("frames", '{');
	line_number("mapped", frames->mapped);
	line_number("other", frames->other);
	line_close('}');
}

static void host_line(const struct s2l_host *host)
{
	unsigned int attr_indx = host->descriptor >> 2 & 7;

	if (!(host->descriptor & 1)) {
		line_null("host");
		return;
	}
	line_open("host", '{');
	line_hex("descriptor", host->descriptor);
	line_number("level", host->level);
	line_number("attrIndx", attr_indx);
	line_hex("mair", host->mair >> 8 * attr_indx & 0xff);
	/* Bit 0: the translation was aborted. */
	if (host->par & 1)
		line_null("par");
	else
		line_hex("par", host->par >> 56);
	line_close('}');
}

void evidence_lines(const struct evidence *evidence)
{
	calls_line("map", &evidence->calls, S2L_CALL_MAP);
	calls_line("relax", &evidence->calls, S2L_CALL_RELAX);
	maintenance_line(&evidence->calls);
	leaf_line(&evidence->leaf);
	frames_line(&evidence->frames);
	host_line(&evidence->host);
}

// SPDX-License-Identifier: MIT
#include "system.h"

#include <asm/hwcap.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/auxv.h>

#include "line.h"
#include "protocol.h"

/* By encoding: an assembler for plain ARMv8.0 does not know the name. */
#define READ(name) ({ uint64_t v; __asm__("mrs %0, " #name : "=r"(v)); v; })
#define ID_AA64MMFR2_EL1 S3_0_C0_C7_2
#define READ_OF(name) READ(name)

#define CTR_IDC (1u << 28)
#define CTR_DIC (1u << 29)

static void add_midr(struct system *system, uint64_t midr)
{
	for (unsigned int i = 0; i < system->midr_count; i++)
		if (system->midrs[i] == midr)
			return;
	if (system->midr_count < MAX_MIDRS)
		system->midrs[system->midr_count++] = midr;
}

static void look_at_cpus(struct system *system)
{
	char path[96];

	for (int cpu = 0;; cpu++) {
		unsigned long long midr;
		FILE *file;
		int read;

		snprintf(path, sizeof(path),
			 "/sys/devices/system/cpu/cpu%d/regs/identification/midr_el1", cpu);
		file = fopen(path, "re");
		if (!file)
			return;
		read = fscanf(file, "%llx", &midr);
		fclose(file);
		if (read == 1)
			add_midr(system, midr);
	}
}

struct system system_look(void)
{
	struct system system = { .cpuid = getauxval(AT_HWCAP) & HWCAP_CPUID };

	uname(&system.name);
	system.ctr = READ(ctr_el0);
	if (system.cpuid) {
		system.midr = READ(midr_el1);
		system.mmfr2 = READ_OF(ID_AA64MMFR2_EL1);
	}
	look_at_cpus(&system);
	system.log = klog_look();
	return system;
}

static void answer_line(const char *key, enum klog_answer answer)
{
	if (answer == KLOG_UNKNOWN)
		line_null(key);
	else
		line_bool(key, answer == KLOG_YES);
}

void system_line(const struct system *system, int out)
{
	line_begin("boot");
	line_number("protocol", PROTOCOL);
	line_text("by", "probe");
	line_text("release", system->name.release);
	line_text("version", system->name.version);
	line_text("mode", system->log.mode);
	if (system->cpuid)
		line_hex("midr", system->midr);
	else
		line_null("midr");
	line_hex("ctr", system->ctr);
	/* User space gets another value than the register has, so it goes under another name. */
	line_null("mmfr2");
	line_null("clidr");
	if (system->cpuid)
		line_hex("mmfr2User", system->mmfr2);
	else
		line_null("mmfr2User");
	line_open("midrs", '[');
	for (unsigned int i = 0; i < system->midr_count; i++)
		line_hex(NULL, system->midrs[i]);
	line_close(']');
	line_open("log", '{');
	answer_line("fwb", system->log.fwb);
	answer_line("dic", system->log.dic);
	line_close('}');
	line_null("missingProbes");
	line_end(out);
}

static const char *in_words(enum klog_answer answer)
{
	switch (answer) {
	case KLOG_YES: return "found in the kernel log";
	case KLOG_NO: return "not among the features that the kernel log lists";
	default: return "unknown (the kernel log is not readable, or its beginning is gone)";
	}
}

void system_say(const struct system *system)
{
	printf("Kernel      %s\n            %s\n", system->name.release, system->name.version);
	if (system->cpuid)
		printf("MIDR_EL1    0x%llx\n", (unsigned long long)system->midr);
	else
		printf("MIDR_EL1    not readable: this kernel does not emulate ID registers\n");
	if (system->midr_count > 1)
		printf("            %u kinds of CPU\n", system->midr_count);
	printf("CTR_EL0     0x%llx (IDC %d, DIC %d)\n", (unsigned long long)system->ctr,
	       !!(system->ctr & CTR_IDC), !!(system->ctr & CTR_DIC));
	printf("FWB         %s\n", in_words(system->log.fwb));
	printf("DIC         %s\n", in_words(system->log.dic));
	printf("KVM runs    %s\n", system->log.mode ? system->log.mode : "unknown");
}

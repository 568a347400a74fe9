// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>

#include "line.h"

#define SECONDS_FOR_A_RUN 3
#define EXIT_MEMORY_FAULT 39	/* younger than the headers that Debian 12 has */

static void wake(int signal)
{
	(void)signal;
}

void run_setup(void)
{
	struct sigaction action = { .sa_handler = wake };

	/* No SA_RESTART: KVM_RUN has to come back with EINTR. */
	sigaction(SIGALRM, &action, NULL);
}

static int enter(const struct vm *vm)
{
	struct itimerval limit = { .it_value = { .tv_sec = SECONDS_FOR_A_RUN } };
	struct itimerval none = { 0 };
	int error;

	setitimer(ITIMER_REAL, &limit, NULL);
	error = ioctl(vm->vcpu, KVM_RUN, 0) < 0 ? errno : 0;
	setitimer(ITIMER_REAL, &none, NULL);
	return error;
}

static uint64_t stored(const struct kvm_run *run)
{
	uint64_t value = 0;

	memcpy(&value, run->mmio.data, run->mmio.len < sizeof(value) ? run->mmio.len : sizeof(value));
	return value;
}

static bool rings(const struct kvm_run *run, uint64_t offset)
{
	return run->exit_reason == KVM_EXIT_MMIO && run->mmio.is_write &&
	       run->mmio.phys_addr == GUEST_DOORBELL + offset;
}

/* The vectors ring twice, first with ESR, then with FAR. */
static void take_exception(const struct vm *vm, struct run *out)
{
	out->at = AT_EXCEPTION;
	out->esr = stored(vm->run);
	out->error = enter(vm);
	if (!out->error && rings(vm->run, DOORBELL_FAR))
		out->far = stored(vm->run);
	else
		out->at = AT_OTHER;
}

struct run run_guest(const struct vm *vm)
{
	struct run out = { .error = enter(vm) };
	const struct kvm_run *run = vm->run;

	if (out.error)
		return out;
	out.exit = run->exit_reason;
	if (rings(run, DOORBELL_VALUE)) {
		out.at = AT_DOORBELL;
		out.value = stored(run);
	} else if (rings(run, DOORBELL_ESR)) {
		take_exception(vm, &out);
	} else if (run->exit_reason == KVM_EXIT_MMIO) {
		out.at = AT_REGION;
		out.gpa = run->mmio.phys_addr;
		out.write = run->mmio.is_write;
	} else if (run->exit_reason == EXIT_MEMORY_FAULT) {
		/* flags and gpa are the first two words of that exit's data */
		const uint64_t *data = (const uint64_t *)(const void *)&run->mmio;

		out.at = AT_FAULT;
		out.flags = data[0];
		out.gpa = data[1];
	} else {
		out.at = AT_OTHER;
	}
	return out;
}

static const char *exit_name(uint32_t exit, char *number, size_t size)
{
	switch (exit) {
	case KVM_EXIT_UNKNOWN: return "KVM_EXIT_UNKNOWN";
	case KVM_EXIT_DEBUG: return "KVM_EXIT_DEBUG";
	case KVM_EXIT_MMIO: return "KVM_EXIT_MMIO";
	case KVM_EXIT_SHUTDOWN: return "KVM_EXIT_SHUTDOWN";
	case KVM_EXIT_FAIL_ENTRY: return "KVM_EXIT_FAIL_ENTRY";
	case KVM_EXIT_INTR: return "KVM_EXIT_INTR";
	case KVM_EXIT_INTERNAL_ERROR: return "KVM_EXIT_INTERNAL_ERROR";
	case KVM_EXIT_SYSTEM_EVENT: return "KVM_EXIT_SYSTEM_EVENT";
	case KVM_EXIT_ARM_NISV: return "KVM_EXIT_ARM_NISV";
	case EXIT_MEMORY_FAULT: return "KVM_EXIT_MEMORY_FAULT";
	}
	snprintf(number, size, "%u", exit);
	return number;
}

const char *run_words(const struct run *run)
{
	switch (run->at) {
	case AT_DOORBELL: return "finished";
	case AT_REGION: return "stopped with KVM_EXIT_MMIO in the region";
	case AT_EXCEPTION: return "took an exception";
	case AT_FAULT: return "stopped with KVM_EXIT_MEMORY_FAULT";
	default: return "stopped otherwise";
	}
}

static void detail_line(const struct run *run)
{
	static const char *const names[] = {
		[AT_DOORBELL] = "doorbell", [AT_REGION] = "region", [AT_EXCEPTION] = "exception",
		[AT_FAULT] = "fault", [AT_OTHER] = "other",
	};

	if (run->at == AT_NOTHING) {
		line_null("detail");
		return;
	}
	line_open("detail", '{');
	line_text("at", names[run->at]);
	if (run->at == AT_REGION || run->at == AT_FAULT)
		line_hex("gpa", run->gpa);
	if (run->at == AT_REGION)
		line_bool("write", run->write);
	if (run->at == AT_FAULT)
		line_hex("flags", run->flags);
	if (run->at == AT_EXCEPTION) {
		line_hex("esr", run->esr);
		line_hex("far", run->far);
	}
	line_close('}');
}

void run_line(const char *key, const struct run *run)
{
	char number[16];

	line_open(key, '{');
	line_errno("ioctl", run->error);
	line_text("exit", run->error ? NULL : exit_name(run->exit, number, sizeof(number)));
	if (run->at == AT_DOORBELL)
		line_hex("value", run->value);
	else
		line_null("value");
	detail_line(run);
	line_close('}');
}

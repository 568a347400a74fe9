// SPDX-License-Identifier: MIT
/*
 * Asks the KVM of the machine that it runs on, as far as that goes without
 * the lab's module: capability, memslots over ordinary memory, what a guest
 * can do there. Everything it makes ends with it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "capability.h"
#include "line.h"
#include "options.h"
#include "questions.h"
#include "run.h"
#include "system.h"
#include "vm.h"

static void say_capability(const char *on, int answer)
{
	if (answer < 0)
		printf("            on %-8s %s\n", on, strerrorname_np(-answer));
	else
		printf("            on %-8s %d\n", on, answer);
}

static int refused(const struct options *options, const char *what, int error)
{
	fflush(stdout);
	if (options->json) {
		line_begin("refused");
		line_text("what", what);
		line_errno("errno", error);
		line_end(STDOUT_FILENO);
	}
	fprintf(stderr, "probe: %s: %s.\n", what, strerror(error));
	if (error == ENOENT || error == ENODEV || error == ENXIO)
		fprintf(stderr, "This kernel has no KVM, or did not boot at EL2: see `dmesg | grep kvm`.\n");
	if (error == EACCES || error == EPERM)
		fprintf(stderr, "Join the group that owns /dev/kvm, or run as root.\n");
	return 1;
}

static void say_missing(void)
{
	printf("\nNot visible from here: stage-2 protection, leaf descriptors and cache\n"
	       "maintenance need the lab's module; VM_ALLOW_ANY_UNCACHED and the AttrIndx\n"
	       "of a VMA are not shown to user space; nor is ID_AA64MMFR2_EL1.FWB.\n"
	       "The lines to send come from: probe --json\n");
}

static int ask(int kvm, int vm, const struct options *options)
{
	int out = options->json ? STDOUT_FILENO : -1;
	int on_kvm = capability_ask(kvm), on_vm = capability_ask(vm), asked;

	run_setup();
	if (options->json) {
		capability_line("kvm", on_kvm, out);
		capability_line("vm", on_vm, out);
	} else {
		printf("\nCapability  %d, KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED\n",
		       CAPABILITY_CACHEABLE_PFNMAP);
		say_capability("/dev/kvm", on_kvm);
		say_capability("the VM", on_vm);
		printf("\n");
	}
	asked = questions_ask(kvm, options, out);
	if (options->json) {
		line_begin("end");
		line_number("cases", asked);
		line_end(out);
	} else {
		say_missing();
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct options options = options_read(argc, argv);
	struct system system = system_look();
	int kvm, vm, status;

	if (options.json)
		system_line(&system, STDOUT_FILENO);
	else
		system_say(&system);
	kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	if (kvm < 0)
		return refused(&options, "/dev/kvm", errno);
	vm = vm_open(kvm);
	if (vm < 0)
		return refused(&options, "KVM_CREATE_VM", errno);
	status = ask(kvm, vm, &options);
	close(vm);
	close(kvm);
	return status;
}

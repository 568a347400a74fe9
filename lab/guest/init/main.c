// SPDX-License-Identifier: MIT
/*
 * PID 1 of the lab's machine: loads the module, asks KVM every case, prints
 * a line for each, and powers off. Words after `--` on the kernel's command
 * line become arguments: `driver` asks about the memory of a graphics driver,
 * `probe` tries the standalone probe instead.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "boot_line.h"
#include "capability.h"
#include "cases.h"
#include "driver.h"
#include "line.h"
#include "run.h"
#include "setup.h"
#include "vm.h"

#define CONSOLE STDOUT_FILENO

struct asking {
	struct lab lab;
	long long cases;
};

static void ask(const struct lab_case *c, void *context)
{
	struct asking *asking = context;

	case_ask(&asking->lab, c, CONSOLE);
	asking->cases++;
}

static void capabilities(int kvm)
{
	int vm = vm_open(kvm);

	if (vm < 0)
		die("KVM_CREATE_VM");
	capability_line("kvm", capability_ask(kvm), CONSOLE);
	capability_line("vm", capability_ask(vm), CONSOLE);
	close(vm);
}

static void run_lab(bool driver)
{
	struct asking asking = { .lab = { .file = { .fd = -1 } } };

	asking.lab.module = setup_module("/stage2_lab.ko");
	boot_line(asking.lab.module, CONSOLE);
	asking.lab.kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	if (asking.lab.kvm < 0)
		die("/dev/kvm");
	capabilities(asking.lab.kvm);
	run_setup();
	if (driver) {
		driver_setup(&asking.lab.file);
		driver_line(CONSOLE);
		driver_cases_each(ask, &asking);
	} else {
		cases_each(ask, &asking);
	}
	line_begin("end");
	line_number("cases", asking.cases);
	line_end(CONSOLE);
}

static void run_probe(char *const *arguments)
{
	pid_t child = fork();
	int status;

	if (child < 0)
		die("fork");
	if (child == 0) {
		execv(arguments[0], arguments);
		die(arguments[0]);
	}
	if (waitpid(child, &status, 0) != child)
		die("waitpid");
	printf("probe ended with status %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	fflush(stdout);
}

/* The probe as people run it: without the module, over a device, without KVM. */
static void run_probes(void)
{
	char program[] = "/probe", json[] = "--json", device[] = "--device",
	     path[] = "/dev/stage2-lab", kvm[] = "/dev/kvm", hidden[] = "/dev/hidden";

	run_probe((char *[]){ program, NULL });
	run_probe((char *[]){ program, json, NULL });
	close(setup_module("/stage2_lab.ko"));
	run_probe((char *[]){ program, json, device, path, NULL });
	if (rename(kvm, hidden))
		die(kvm);
	run_probe((char *[]){ program, NULL });
	run_probe((char *[]){ program, json, NULL });
}

int main(int argc, char **argv)
{
	setup_mounts();
	setup_short_waits();
	setup_quiet_console();
	if (argc > 1 && !strcmp(argv[1], "probe"))
		run_probes();
	else
		run_lab(argc > 1 && !strcmp(argv[1], "driver"));
	setup_power_off();
}

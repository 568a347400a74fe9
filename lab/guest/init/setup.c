// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "setup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/klog.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SYSLOG_CONSOLE_OFF 6

/* PID 1 ending is a panic and ends the machine; the missing last line tells. */
void die(const char *what)
{
	fprintf(stderr, "lab: %s: %s\n", what, strerror(errno));
	exit(1);
}

void setup_mounts(void)
{
	if (mount("devtmpfs", "/dev", "devtmpfs", 0, NULL) && errno != EBUSY)
		die("mount of /dev");
	if (mount("proc", "/proc", "proc", 0, NULL) && errno != EBUSY)
		die("mount of /proc");
	if (mount("sysfs", "/sys", "sysfs", 0, NULL) && errno != EBUSY)
		die("mount of /sys");
}

/*
 * Each case makes and ends a VM, and each of these waits for grace periods,
 * which an idle emulated CPU takes its time over.
 */
void setup_short_waits(void)
{
	int file = open("/sys/kernel/rcu_expedited", O_WRONLY | O_CLOEXEC);

	if (file < 0 || write(file, "1", 1) != 1)
		die("/sys/kernel/rcu_expedited");
	close(file);
}

void setup_quiet_console(void)
{
	if (klogctl(SYSLOG_CONSOLE_OFF, NULL, 0) < 0)
		die("klogctl");
}

int setup_module(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	int device;

	if (file < 0)
		die(path);
	if (syscall(SYS_finit_module, file, "", 0))
		die("finit_module");
	close(file);
	device = open("/dev/stage2-lab", O_RDWR | O_CLOEXEC);
	if (device < 0)
		die("/dev/stage2-lab");
	return device;
}

void setup_power_off(void)
{
	reboot(RB_POWER_OFF);
	die("reboot");
}

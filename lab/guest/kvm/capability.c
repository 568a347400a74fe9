// SPDX-License-Identifier: MIT
#include "capability.h"

#include <errno.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>

#include "line.h"

int capability_ask(int fd)
{
	int answer = ioctl(fd, KVM_CHECK_EXTENSION, CAPABILITY_CACHEABLE_PFNMAP);

	return answer < 0 ? -errno : answer;
}

void capability_line(const char *on, int answer, int out)
{
	line_begin("capability");
	line_number("number", CAPABILITY_CACHEABLE_PFNMAP);
	line_text("on", on);
	if (answer < 0)
		line_null("value");
	else
		line_number("value", answer);
	line_errno("errno", answer < 0 ? -answer : 0);
	line_end(out);
}

// SPDX-License-Identifier: MIT
#include "boot_line.h"

#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/utsname.h>

#include "../module/stage2_lab.h"
#include "line.h"
#include "protocol.h"
#include "setup.h"

static void missing_line(int lab)
{
	struct s2l_probes probes;

	if (ioctl(lab, S2L_PROBES, &probes) < 0)
		die("S2L_PROBES");
	line_open("missingProbes", '[');
	for (unsigned int i = 0; i < probes.count; i++) {
		line_open(NULL, '{');
		line_text("on", probes.missing[i].name);
		line_errno("errno", -probes.missing[i].error);
		line_close('}');
	}
	line_close(']');
}

void boot_line(int lab, int out)
{
	static const char *const modes[] = {
		[S2L_MODE_VHE] = "VHE", [S2L_MODE_NVHE] = "nVHE", [S2L_MODE_PROTECTED] = "protected",
	};
	struct s2l_registers registers;
	struct utsname name;

	if (uname(&name) < 0)
		die("uname");
	if (ioctl(lab, S2L_REGISTERS, &registers) < 0)
		die("S2L_REGISTERS");
	line_begin("boot");
	line_number("protocol", PROTOCOL);
	line_text("release", name.release);
	line_text("mode", modes[registers.mode]);
	line_hex("midr", registers.midr);
	line_hex("ctr", registers.ctr);
	line_hex("mmfr2", registers.mmfr2);
	line_hex("clidr", registers.clidr);
	missing_line(lab);
	line_end(out);
}

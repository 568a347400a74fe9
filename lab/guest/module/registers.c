// SPDX-License-Identifier: GPL-2.0
/* Raw identification registers, and how KVM runs here. */
#include <asm/cpufeature.h>
#include <asm/sysreg.h>
#include <asm/virt.h>

#include "lab.h"

void lab_registers(struct s2l_registers *out)
{
	memset(out, 0, sizeof(*out));
	out->midr = read_sysreg(midr_el1);
	out->ctr = read_sysreg(ctr_el0);
	out->mmfr2 = read_sysreg_s(SYS_ID_AA64MMFR2_EL1);
	out->clidr = read_sysreg(clidr_el1);
	if (is_kernel_in_hyp_mode())
		out->mode = S2L_MODE_VHE;
	else if (cpus_have_final_cap(ARM64_KVM_PROTECTED_MODE))
		out->mode = S2L_MODE_PROTECTED;
	else
		out->mode = S2L_MODE_NVHE;
}

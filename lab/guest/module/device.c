// SPDX-License-Identifier: GPL-2.0
/* /dev/stage2-lab: VMAs by mmap, questions by ioctl. For an emulated machine only. */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "lab.h"

static unsigned long hole = 0x70000000;
module_param(hole, ulong, 0444);
MODULE_PARM_DESC(hole, "physical address of 2 MiB of memory outside the kernel's map");

static long give(void __user *to, const void *from, size_t size)
{
	return copy_to_user(to, from, size) ? -EFAULT : 0;
}

static long give_calls(void __user *argument)
{
	struct s2l_calls *calls = kzalloc(sizeof(*calls), GFP_KERNEL);
	long ret;

	if (!calls)
		return -ENOMEM;
	lab_stop(calls);
	ret = give(argument, calls, sizeof(*calls));
	kfree(calls);
	return ret;
}

static long lab_ioctl(struct file *file, unsigned int command, unsigned long value)
{
	void __user *argument = (void __user *)value;
	union {
		struct s2l_vma vma;
		struct s2l_registers registers;
		struct s2l_range range;
		struct s2l_leaf leaf;
		struct s2l_probes probes;
		struct s2l_host host;
		struct s2l_frames frames;
	} u;
	long ret;

	if (_IOC_DIR(command) & _IOC_WRITE) {
		if (_IOC_SIZE(command) > sizeof(u))
			return -ENOTTY;
		if (copy_from_user(&u, argument, _IOC_SIZE(command)))
			return -EFAULT;
	}
	switch (command) {
	case S2L_VMA:
		ret = lab_describe_vma(&u.vma);
		return ret ?: give(argument, &u.vma, sizeof(u.vma));
	case S2L_REGISTERS:
		lab_registers(&u.registers);
		return give(argument, &u.registers, sizeof(u.registers));
	case S2L_START:
		lab_start(&u.range);
		return 0;
	case S2L_STOP:
		return give_calls(argument);
	case S2L_LEAF:
		lab_walk(&u.leaf);
		return give(argument, &u.leaf, sizeof(u.leaf));
	case S2L_PROBES:
		lab_missing_probes(&u.probes);
		return give(argument, &u.probes, sizeof(u.probes));
	case S2L_HOST:
		lab_host_entry(&u.host);
		return give(argument, &u.host, sizeof(u.host));
	case S2L_FRAMES:
		lab_compare_frames(&u.frames);
		return give(argument, &u.frames, sizeof(u.frames));
	default:
		return -ENOTTY;
	}
}

static const struct file_operations lab_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = lab_ioctl,
	.mmap = lab_mmap,
};

static struct miscdevice lab_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "stage2-lab",
	.fops = &lab_fops,
	.mode = 0600,
};

static int __init lab_init(void)
{
	int ret = lab_memory_init(hole);

	if (ret)
		return ret;
	lab_probes_init();
	ret = misc_register(&lab_device);
	if (ret) {
		lab_probes_exit();
		lab_memory_exit();
	}
	return ret;
}

static void __exit lab_exit(void)
{
	misc_deregister(&lab_device);
	lab_probes_exit();
	lab_memory_exit();
}

module_init(lab_init);
module_exit(lab_exit);
MODULE_DESCRIPTION("VMAs and stage-2 evidence for the Stage Two lab");
MODULE_LICENSE("GPL");

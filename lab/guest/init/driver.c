// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "driver.h"

#include <dirent.h>
#include <drm/drm.h>
#include <drm/radeon_drm.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "kinds.h"
#include "line.h"
#include "setup.h"

#define DRIVERS		"/drivers"
#define CARD		"/dev/dri/card0"
#define CARD_IN_SYSFS	"/sys/class/drm/card0/device/"

/* The files are named so that each comes after those that it needs. */
static void load_all(void)
{
	struct dirent **names;
	int count = scandir(DRIVERS, &names, NULL, alphasort);

	if (count < 0)
		die(DRIVERS);
	for (int i = 0; i < count; i++) {
		char path[300];
		int file;

		if (names[i]->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), DRIVERS "/%s", names[i]->d_name);
		file = open(path, O_RDONLY | O_CLOEXEC);
		if (file < 0 || syscall(SYS_finit_module, file, "", 0))
			die(path);
		close(file);
	}
}

void driver_setup(struct vma_file *file)
{
	struct drm_radeon_gem_create create = {
		.size = VMA_4K_BYTES, .alignment = VMA_4K_BYTES,
		.initial_domain = RADEON_GEM_DOMAIN_VRAM,
	};
	struct drm_radeon_gem_mmap place = { .size = VMA_4K_BYTES };

	load_all();
	file->fd = open(CARD, O_RDWR | O_CLOEXEC);
	if (file->fd < 0)
		die(CARD);
	if (ioctl(file->fd, DRM_IOCTL_RADEON_GEM_CREATE, &create) < 0)
		die("DRM_IOCTL_RADEON_GEM_CREATE");
	place.handle = create.handle;
	if (ioctl(file->fd, DRM_IOCTL_RADEON_GEM_MMAP, &place) < 0)
		die("DRM_IOCTL_RADEON_GEM_MMAP");
	file->offset = place.addr_ptr;
	file->ours = true;
}

static void card_text(const char *key, const char *name)
{
	char path[sizeof(CARD_IN_SYSFS) + 16], text[32] = "";
	FILE *file;

	snprintf(path, sizeof(path), CARD_IN_SYSFS "%s", name);
	file = fopen(path, "re");
	if (!file || !fgets(text, sizeof(text), file))
		die(path);
	fclose(file);
	text[strcspn(text, "\n")] = '\0';
	line_text(key, text);
}

void driver_line(int out)
{
	char link[256];
	ssize_t length = readlink(CARD_IN_SYSFS "driver", link, sizeof(link) - 1);

	if (length < 0)
		die(CARD_IN_SYSFS "driver");
	link[length] = '\0';
	line_begin("driver");
	line_text("name", basename(link));
	card_text("vendor", "vendor");
	card_text("device", "device");
	line_end(out);
}

void driver_cases_each(case_visit *visit, void *context)
{
	const struct vma_kind vram = { .by = BY_DEVICE, .name = "radeon-vram",
				       .bytes = VMA_4K_BYTES };

	for (enum guest_op op = OP_LOAD; op <= OP_EXECUTE; op++) {
		visit(&(struct lab_case){ .vma = vram, .op = op }, context);
		visit(&(struct lab_case){ .vma = vram, .op = op, .mmu = true }, context);
		visit(&(struct lab_case){ .vma = ANONYMOUS(), .op = op, .move = MOVE_REPLACE,
					  .move_vma = vram }, context);
	}
	visit(&(struct lab_case){ .vma = vram, .op = OP_LOAD,
				  .slot_flags = KVM_MEM_LOG_DIRTY_PAGES }, context);
}

/* SPDX-License-Identifier: MIT */
#ifndef PROTOCOL_H
#define PROTOCOL_H

/* Version of the lines that the lab and the probe print. */
#define PROTOCOL 2

#endif

import type { Server } from 'node:http';
import { serve } from '../site/serve.ts';

/** A host that can be taken away, brought back, and given another build. */
export class Host {
  readonly base: string;
  #folder: string;
  #server: Server;
  #port: number;

  private constructor(folder: string, base: string, server: Server, port: number) {
    this.#folder = folder;
    this.base = base;
    this.#server = server;
    this.#port = port;
  }

  static async open(folder: string, base = '/'): Promise<Host> {
    const { url, server } = await serve(folder, 0, 0, base);
    return new Host(folder, base, server, Number(new URL(url).port));
  }

  /** The address of a page, with the folder in which the site stands. */
  at(path: string): string {
    return `http://127.0.0.1:${this.#port}${this.base}${path}`;
  }

  /** The host is gone: nothing answers at its address. */
  async leave(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((gone) => this.#server.close(gone));
  }

  /** The host is there again, under the same address, with what stands in `folder`. */
  async back(folder = this.#folder): Promise<void> {
    this.#folder = folder;
    this.#server = (await serve(folder, this.#port, 0, this.base)).server;
  }
}

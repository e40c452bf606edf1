import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** That no name server gave an answer: nothing is known of the name. */
export class NoNameServer extends Error {}

/** Asks the DNS. What is not there is an empty list; @throws NoNameServer where nobody answers */
export abstract class NameResolver {
  /** TXT records, each put together of its strings (RFC 7208 section 3.3). */
  abstract texts(name: string): Promise<string[]>;
  /** Hosts of MX records, the preferred first; '' for the root, which takes no mail (RFC 7505). */
  abstract exchanges(name: string): Promise<string[]>;
  abstract hasAddress(name: string): Promise<boolean>;
  /** Whether a zone begins at the name (NS records). */
  abstract isZone(name: string): Promise<boolean>;
}

const ABSENT = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the name servers of this machine, two seconds and twice each. */
@Injectable()
export class SystemResolver extends NameResolver {
  private readonly resolver = new Resolver({ timeout: 2_000, tries: 2 });

  /** Asks others instead. @param servers addresses, with ports after a colon */
  useServers(servers: readonly string[]): void {
    this.resolver.setServers(servers);
  }

  async texts(name: string): Promise<string[]> {
    const records = await this.known(this.resolver.resolveTxt(name));
    return records.map((strings) => strings.join(''));
  }

  async exchanges(name: string): Promise<string[]> {
    const records = await this.known(this.resolver.resolveMx(name));
    return records.sort((one, other) => one.priority - other.priority).map(({ exchange }) => exchange);
  }

  async hasAddress(name: string): Promise<boolean> {
    if ((await this.known(this.resolver.resolve4(name))).length > 0) return true;
    return (await this.known(this.resolver.resolve6(name))).length > 0;
  }

  async isZone(name: string): Promise<boolean> {
    return (await this.known(this.resolver.resolveNs(name))).length > 0;
  }

  private async known<Item>(asked: Promise<Item[]>): Promise<Item[]> {
    try {
      return await asked;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code === 'string' && ABSENT.has(code)) return [];
      throw new NoNameServer(String(code), { cause: error });
    }
  }
}

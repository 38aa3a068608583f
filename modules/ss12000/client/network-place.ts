import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Where an IP address lies, seen from the server: `never` holds what no source has (link-local with the clouds' metadata
 * services, multicast, addresses that mean nobody), `inside` private networks, `here` the machine itself.
 */
export type NetworkPlace = 'open' | 'inside' | 'here' | 'never';

const never = blockList(
  [
    '0.0.0.0/8',
    '169.254.0.0/16',
    '192.0.0.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
    // Alibaba Cloud's metadata service lies in the range of carriers' networks.
    '100.100.100.200/32',
  ],
  ['fe80::/10', 'ff00::/8', '::/128', 'fd00:ec2::254/128'],
);
const inside = blockList(
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '198.18.0.0/15'],
  // The last is where a network puts a NAT64 of its own (RFC 8215).
  ['fc00::/7', 'fec0::/10', '64:ff9b:1::/48'],
);
const here = blockList(['127.0.0.0/8'], ['::1/128']);

/** The place of an IP address, also when an IPv4 address is written inside an IPv6 one. What is no address is `never`. */
export function networkPlace(address: string): NetworkPlace {
  const family = isIP(address);
  if (family === 0) return 'never';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (never.check(address, type)) return 'never';
  if (here.check(address, type)) return 'here';
  return inside.check(address, type) ? 'inside' : 'open';
}

function blockList(four: readonly string[], six: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of [...four, ...six]) {
    const [address = '', bits = ''] = range.split('/');
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
    // The well-known prefix of NAT64 leads to the same machines (RFC 6052).
    if (isIPv4(address)) list.addSubnet(`64:ff9b::${address}`, 96 + Number(bits), 'ipv6');
    // 6to4 (RFC 3056) has the IPv4 address after its first sixteen bits.
    if (isIPv4(address)) list.addSubnet(`2002:${inHex(address)}::`, 16 + Number(bits), 'ipv6');
  }
  return list;
}

function inHex(address: string): string {
  const hex = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
}

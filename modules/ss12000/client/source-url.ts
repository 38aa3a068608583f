import { isIP } from 'node:net';
import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import { type NetworkPlace, networkPlace } from './network-place.ts';
import { SourceProblem } from './source-problem.ts';

/**
 * Reads an address that a person wrote down. Refuses what is no address, anything but https (http on this machine
 * alone), names and passwords in it, and an IP address that may not be reached. A host's name is judged when it is looked up.
 */
export function sourceUrl(text: string, privateNetworks: boolean): URL {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) throw refused(words.noAddress);
  if (url.username || url.password) throw refused(words.passwordInAddress);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const place = host === 'localhost' ? 'here' : isIP(host) ? networkPlace(host) : 'open';
  if (url.protocol === 'http:' && place !== 'here') throw refused(words.notEncrypted);
  refusePlace(place, privateNetworks);
  url.hash = '';
  return url;
}

/** Throws SourceProblem when a source may not lie at `place`. */
export function refusePlace(place: NetworkPlace, privateNetworks: boolean): void {
  if (place === 'never') throw refused(words.noSuchPlace);
  if (place !== 'open' && !privateNetworks) throw refused(words.insideNetwork);
}

function refused(says: string): SourceProblem {
  return new SourceProblem('unreachable', says);
}

import type { NumberFormat } from './number-formats.ts';

const dayMs = 86_400_000;
const daySeconds = 86_400;
/** 31 December 9999, the last day that Excel knows. */
const lastSerial = 2_958_465;
/** Days from the beginning of the one way of counting to that of the other. */
const days1904 = 1_462;

/**
 * A number of a cell as a person sees what it means, without rounding: days `YYYY-MM-DD`, times `HH:MM`, percent `12,3%`,
 * other numbers with decimal comma and never as `2E+11`. Excel keeps fifteen digits; what comes after them in the file is
 * how binary fractions are written down. `date1904`: the workbook counts its days from 1904.
 */
export function numberText(raw: string, format: NumberFormat, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (typeof format === 'object') return padded(value, format.zeros);
  if (format === 'plain') return decimal(value);
  if (format === 'percent') return `${decimal(value * 100)}%`;
  const serial = value + (date1904 && format !== 'time' ? days1904 : 0);
  if (serial < 0 || serial > lastSerial + 1) return decimal(value);
  if (format === 'time') return timeOf(serial);
  const day = dayOf(serial);
  const time = timeOf(serial % 1);
  return format === 'date' || time === '00:00' ? day : `${day} ${time}`;
}

/** Excel counts a 29 February 1900 that never was, so that days after it are one ahead. */
function dayOf(serial: number): string {
  const seconds = Math.round(serial * daySeconds);
  const whole = Math.floor(seconds / daySeconds);
  const first = Date.UTC(1899, 11, whole > 60 ? 30 : 31);
  return new Date(first + whole * dayMs).toISOString().slice(0, 10);
}

/** To the second, which is as fine as the fraction of a day can be trusted. Hours go on after 24 where days are counted in. */
function timeOf(days: number): string {
  const seconds = Math.round(days * daySeconds);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}

function decimal(value: number): string {
  const exact = Number.isInteger(value) ? value : Number(value.toPrecision(15));
  const text = String(exact);
  // A number of more than fifteen digits has lost the last ones: it is left as the damage that it is.
  if (/^-?\d{16,}$/.test(text)) return value.toExponential().toUpperCase().replace('.', ',');
  if (/e-/.test(text)) return exact.toFixed(20).replace(/0+$/, '').replace(/\.$/, '').replace('.', ',');
  return text.replace('.', ',').replace('e', 'E');
}

function padded(value: number, zeros: string): string {
  if (!Number.isInteger(value) || value < 0) return decimal(value);
  const places = zeros.replace(/\D/g, '').length;
  const digits = decimal(value).padStart(places, '0');
  const cut = zeros.search(/[- ]/);
  if (cut < 0) return digits;
  const tail = zeros.length - cut - 1;
  return `${digits.slice(0, -tail)}${zeros[cut]}${digits.slice(-tail)}`;
}

export { byteOrderMark, type Cell, csvLine } from '../../../platform/csv-line.ts';

/** Every component a page is built of; see platform/web/README.md for what each is for. */
export { Sparkline, type SparklineProps } from '../charts/sparkline.tsx';
export { type WeekBar, WeekBars, type WeekBarsProps } from '../charts/week-bars.tsx';
export * from './button.tsx';
export * from './chips.tsx';
export * from './columns.tsx';
export * from './field.tsx';
export { Icon, type IconName } from './icons.tsx';
export * from './mark.tsx';
export * from './note.tsx';
export * from './page-head.tsx';
export * from './panel.tsx';
export * from './signal-details.tsx';
export * from './strengths.tsx';
export * from './table.tsx';

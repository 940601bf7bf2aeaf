import type { LucideIcon } from 'lucide-react';

interface IconProps {
  readonly of: LucideIcon;
  /** small 16, normal 20, large 24 px */
  readonly size?: 'small' | 'normal' | 'large';
  readonly className?: string | undefined;
}
const PIXELS = { small: 16, normal: 20, large: 24 } as const;

/** A Lucide drawing. Never the only bearer of a meaning: the word stands beside it. */
export function Icon({ of: Drawing, size = 'normal', className }: IconProps) {
  return (
    <Drawing
      aria-hidden
      size={PIXELS[size]}
      strokeWidth={size === 'small' ? 2 : 1.75}
      className={className}
      focusable={false}
    />
  );
}

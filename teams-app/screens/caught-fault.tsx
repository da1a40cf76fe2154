import { Component, type ReactNode } from 'react';

interface Props {
  /** What is drawn in its place. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/**
 * Where something cannot be drawn, or its file never comes (the connection is gone, or Samspill was updated after the page
 * was opened), what is drawn instead; without it the whole page would be left empty. A new `key` tries again.
 */
export class CaughtFault extends Component<Props, { readonly isCaught: boolean }> {
  override state = { isCaught: false };

  static getDerivedStateFromError(): { readonly isCaught: boolean } {
    return { isCaught: true };
  }

  override render(): ReactNode {
    return this.state.isCaught ? this.props.instead : this.props.children;
  }
}

import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ErrorState } from './States.tsx';

interface ErrorBoundaryProps {
  readonly title: string;
  readonly detail: string;
  readonly reloadLabel: string;
  /** told once for each exception, to be counted in diagnostics */
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}
interface ErrorBoundaryState {
  readonly failed: boolean;
}

/** Keeps what one panel throws inside that panel; « reload » mounts it anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    const { title, detail, reloadLabel, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <ErrorState title={title} detail={detail}>
        <Button onClick={() => this.setState({ failed: false })}>{reloadLabel}</Button>
      </ErrorState>
    );
  }
}

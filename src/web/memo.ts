import { h, type FunctionComponent, type VNode } from 'preact';
import { useRef } from 'preact/hooks';

/** A component that keeps what it rendered while `isEqual` finds its properties unchanged: the core of Preact brings no memo of its own. */
export function memo<Props extends object>(
  component: FunctionComponent<Props>,
  isEqual: (a: Props, b: Props) => boolean,
): FunctionComponent<Props> {
  return (props) => {
    const kept = useRef<{ readonly props: Props; readonly node: VNode<Props> } | undefined>(undefined);
    const known = kept.current;
    if (known !== undefined && isEqual(known.props, props)) return known.node;
    const node = h(component, props) as VNode<Props>;
    kept.current = { props, node };
    return node;
  };
}

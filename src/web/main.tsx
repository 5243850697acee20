import { render } from 'preact';
import { Desk } from './desk.js';
import './style/type.css';
import './style/frame.css';
import './style/trace.css';
import './style/report.css';
import './style/collation.css';
import './style/stemma.css';
import './style/archive.css';
import './style/print.css';

const root = document.getElementById('desk');
if (root !== null) render(<Desk />, root);

int (*(*a[2])(void))[3]; void (*signal(int sig, void (*func)(int)))(int);
int f(int a[static 3], int b[const], int c[*], int (size_t), ...); char *const *volatile p;
typedef struct node { struct node *next; unsigned b : 3, : 0; char tail[]; } node, *node_p;
